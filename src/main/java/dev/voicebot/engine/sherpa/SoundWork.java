package dev.voicebot.engine.sherpa;

import dev.voicebot.engine.sherpa.child.Message;
import dev.voicebot.outcome.Interrupts;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Sound that a process listens to, piece by piece. */
class SoundWork extends EngineWork {
    private static final int PIECES = 15; // on their way at most: less than what a pipe holds

    private final Semaphore room = new Semaphore(PIECES);

    @Override
    protected void take(Message message) {
        if (message.type().equals(Message.TAKEN)) {
            room.release();
        }
    }

    /** Blocks until one more piece of sound may be sent. */
    final void awaitRoom(Duration patience) {
        try {
            while (!room.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                throwIfFailed();
                throwIfSilent(patience);
            }
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
    }
}
