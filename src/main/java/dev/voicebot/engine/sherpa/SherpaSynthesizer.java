package dev.voicebot.engine.sherpa;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.synthesis.SpeechListener;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import dev.voicebot.threads.Worker;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A voice of this computer's own. A voice's name is a speaker's name or number, empty for the first; its pitch is the model's.
 */
public final class SherpaSynthesizer implements SpeechSynthesizer {
    static final int SAMPLE_RATE = 24_000; // the best models'; others are resampled

    private static final Logger LOG = LoggerFactory.getLogger(SherpaSynthesizer.class);

    private final SherpaEngine engine;
    private final LocalModel model;
    private final List<String> speakers;
    private final ExecutorService thread = Worker.ENGINE_VOICE.inOrder();

    /** {@code engine} is closed by its owner. */
    public SherpaSynthesizer(SherpaEngine engine, LocalModel model) {
        this(engine, model, List.of());
    }

    /** The same; {@code speakers} are the speakers' names in the order of their numbers. */
    public SherpaSynthesizer(SherpaEngine engine, LocalModel model, List<String> speakers) {
        this.engine = engine;
        this.model = model;
        this.speakers = List.copyOf(speakers);
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

    /**
     * The number of the speaker that is called {@code name}, or has that number.
     *
     * @throws AssistantException SETTINGS where there is none
     */
    int speaker(String name) {
        if (name.isEmpty()) {
            return 0;
        }
        int known = speakers.indexOf(name.toLowerCase(Locale.ROOT));
        if (known >= 0) {
            return known;
        }
        try {
            return Integer.parseInt(name);
        } catch (NumberFormatException e) {
            throw new AssistantException(
                    FaultKind.SETTINGS,
                    tr("Unknown voice '%s'. 'voicebot speak --list-voices' lists those there are.", name),
                    e);
        }
    }

    EngineChild process(Cancellation cancellation) {
        return engine.borrow(SherpaEngine.described(model, ""), model.name(), cancellation);
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
