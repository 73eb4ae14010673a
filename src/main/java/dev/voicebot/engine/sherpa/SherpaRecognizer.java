package dev.voicebot.engine.sherpa;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.audio.SoundPieces;
import dev.voicebot.engine.sherpa.child.Message;
import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recognition.SoundReader;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.Transcript;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Recognition by a model on this computer; any number of talks at once, each in a process of its own. */
public final class SherpaRecognizer implements SpeechRecognizer {
    private static final Logger LOG = LoggerFactory.getLogger(SherpaRecognizer.class);
    private static final int SAMPLE_RATE = 16_000;
    private static final Duration A_WHILE = Duration.ofSeconds(1);

    private final SherpaEngine engine;
    private final LocalModel model;
    private final String language;
    private final ExpectedWords words;

    /** {@code language} is what is spoken; empty: the model finds out. */
    public SherpaRecognizer(SherpaEngine engine, LocalModel model, String language) {
        this(engine, model, language, ExpectedWords.NONE);
    }

    /** The same; {@code words} are likely to be said. */
    public SherpaRecognizer(SherpaEngine engine, LocalModel model, String language, ExpectedWords words) {
        this.engine = engine;
        this.model = model;
        this.language = language;
        this.words = words;
    }

    /** Loads the model, for the first talk; blocks. What is wrong with it is left for that talk to report. */
    public void warm() {
        try {
            engine.giveBack(borrow(new Cancellation()));
        } catch (AssistantException e) {
            LOG.warn("the local recognizer is not ready", e);
        }
    }

    private EngineChild borrow(Cancellation cancellation) {
        return engine.borrow(SherpaEngine.described(model, language, words.lines()), model.name(), cancellation);
    }

    @Override
    public Transcript listen(Recording sound, Consumer<Transcript> updates, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        try (SoundReader reader = new SoundReader(sound);
                Cancellation.Registration reading = cancellation.onCancel(reader::close)) {
            EngineChild child = borrow(cancellation);
            return listen(child, reader, new HearingWork(updates), cancellation);
        }
    }

    private Transcript listen(EngineChild child, SoundReader sound, HearingWork work, Cancellation cancellation) {
        boolean isDone = false;
        try (Cancellation.Registration hearing =
                cancellation.onCancel(() -> work.fail(AssistantException.interrupted()))) {
            child.begin(work, Message.of(Message.HEAR));
            sendAll(child, sound, work, cancellation);
            child.send(Message.of(Message.END));
            work.awaitEnd(engine.patience());
            isDone = true;
            return work.transcript();
        } finally {
            if (isDone) {
                engine.giveBack(child);
            } else {
                engine.giveUp(child);
            }
        }
    }

    private static byte[] bytes(ByteBuffer piece) {
        byte[] bytes = new byte[piece.remaining()];
        piece.duplicate().get(bytes);
        return bytes;
    }

    private void sendAll(EngineChild child, SoundReader sound, HearingWork work, Cancellation cancellation) {
        SoundPieces pieces = new SoundPieces(sound.sampleRate(), SAMPLE_RATE, piece -> {
            work.awaitRoom(engine.patience());
            child.send(Message.of(Message.SOUND).with(bytes(piece)));
        });
        while (!sound.isAtEnd()) {
            Optional<PcmFrame> frame = sound.next(A_WHILE);
            cancellation.throwIfCancelled();
            work.throwIfFailed();
            frame.ifPresent(pieces::add);
        }
        cancellation.throwIfCancelled();
        pieces.finish();
    }
}
