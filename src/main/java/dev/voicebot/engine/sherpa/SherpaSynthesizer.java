package dev.voicebot.engine.sherpa;

import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.synthesis.SpeechListener;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import dev.voicebot.threads.Worker;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A voice of this computer's own. A voice's name is a speaker's number, empty for the first; its pitch is the model's.
 */
public final class SherpaSynthesizer implements SpeechSynthesizer {
    static final int SAMPLE_RATE = 24_000; // the best models'; others are resampled

    private static final Logger LOG = LoggerFactory.getLogger(SherpaSynthesizer.class);

    private final SherpaEngine engine;
    private final LocalModel model;
    private final ExecutorService thread = Worker.ENGINE_VOICE.inOrder();

    /** {@code engine} is closed by its owner. */
    public SherpaSynthesizer(SherpaEngine engine, LocalModel model) {
        this.engine = engine;
        this.model = model;
    }

    @Override
    public int sampleRate() {
        return SAMPLE_RATE;
    }

    @Override
    public SpeechStream open(Voice voice, SpeechListener frames, Cancellation cancellation) {
        SherpaStream stream = new SherpaStream(this, thread, voice, frames, cancellation);
        stream.start(cancellation);
        return stream;
    }

    @Override
    public void getReady(Voice voice) {
        try {
            engine.giveBack(process(new Cancellation()));
        } catch (AssistantException e) {
            LOG.warn("the local voice is not ready", e);
        }
    }

    SherpaEngine engine() {
        return engine;
    }

    EngineChild process(Cancellation cancellation) {
        return engine.borrow(SherpaEngine.described(model, ""), model.name(), cancellation);
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
