package dev.voicebot.engine.sherpa;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.audio.SoundPieces;
import dev.voicebot.audio.WakeWord;
import dev.voicebot.engine.sherpa.child.EngineModel;
import dev.voicebot.engine.sherpa.child.Message;
import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.outcome.Cancellation;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Listens for a phrase by a model on this computer, which hears nothing else. */
public final class SherpaWakeWord implements WakeWord {
    private static final int SAMPLE_RATE = 16_000;

    private final SherpaEngine engine;
    private final LocalModel model;
    private final String phrase;

    public SherpaWakeWord(SherpaEngine engine, LocalModel model, String phrase) {
        this.engine = engine;
        this.model = model;
        this.phrase = phrase;
    }

    @Override
    public String phrase() {
        return phrase;
    }

    @Override
    public void getReady() {
        engine.giveBack(borrow());
    }

    private EngineChild borrow() {
        EngineModel described =
                SherpaEngine.described(model, "", WakePhrase.of(model).spelled(phrase));
        return engine.borrow(described, model.name(), new Cancellation());
    }

    @Override
    public boolean isHeardIn(Recording sound) {
        EngineChild child = borrow();
        Listening work = new Listening();
        try {
            child.begin(work, Message.of(Message.HEAR));
            SoundPieces pieces = new SoundPieces(sound.sampleRate(), SAMPLE_RATE, piece -> {
                work.awaitRoom(engine.patience());
                child.send(Message.of(Message.SOUND).with(bytes(piece)));
            });
            while (!work.isFound) {
                Optional<PcmFrame> frame = sound.next();
                if (frame.isEmpty()) {
                    child.send(Message.of(Message.END));
                    work.awaitEnd(engine.patience());
                    return work.isFound;
                }
                work.throwIfFailed();
                pieces.add(frame.get());
            }
            return true;
        } finally {
            engine.giveUp(child);
        }
    }

    private static byte[] bytes(ByteBuffer piece) {
        byte[] bytes = new byte[piece.remaining()];
        piece.duplicate().get(bytes);
        return bytes;
    }

    private static final class Listening extends SoundWork {
        private volatile boolean isFound;

        @Override
        protected void take(Message message) {
            isFound |= message.type().equals(Message.FOUND);
            super.take(message);
        }
    }
}
