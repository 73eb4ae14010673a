package dev.voicebot.sound;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.threads.Worker;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls into javax.sound that can hang while the sound server is frozen: made on a thread of their own, waited for briefly. */
final class DeviceCalls {
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private DeviceCalls() {}

    /** The result, or an AUDIO_DEVICE fault when the call fails or does not come back. */
    static <T> T within(Duration patience, String what, Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        Worker.SOUND_DEVICE.start(task);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssistantException(
                    FaultKind.AUDIO_DEVICE, tr("Cannot %s: the sound server does not answer. Restart it.", what), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssistantException fault) {
                throw fault;
            }
            throw new AssistantException(FaultKind.AUDIO_DEVICE, tr("Cannot %s. See the log.", what), e);
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
    }

    /** Does not wait at all: for closing what may hang. */
    static void later(Runnable call) {
        Worker.SOUND_CLOSE.start(call);
    }
}
