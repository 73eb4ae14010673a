package dev.voicebot.sound;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.threads.Worker;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Calls into javax.sound that can hang while the sound server is frozen: made on a thread of their own, waited for briefly. */
final class DeviceCalls {
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private DeviceCalls() {}

    /**
     * The result, or an AUDIO_DEVICE fault when the call fails or does not come back. A result that comes later goes to
     * {@code late}, on another thread: a microphone that nobody waits for must not stay open.
     */
    static <T> T within(Duration patience, String what, Callable<T> call, Consumer<T> late) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Worker.SOUND_DEVICE.start(() -> make(call, result, late));
        try {
            return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            AssistantException frozen = new AssistantException(
                    FaultKind.AUDIO_DEVICE, tr("Cannot %s: the sound server does not answer. Restart it.", what), e);
            if (result.completeExceptionally(frozen)) {
                throw frozen;
            }
            return cameJustNow(result, what);
        } catch (ExecutionException e) {
            throw failed(what, e);
        } catch (InterruptedException e) {
            if (!result.completeExceptionally(e)) {
                var unused = result.thenAccept(late);
            }
            throw Interrupts.leave(e);
        }
    }

    private static <T> T cameJustNow(CompletableFuture<T> result, String what) {
        try {
            return result.join();
        } catch (CompletionException e) {
            throw failed(what, e);
        }
    }

    private static AssistantException failed(String what, Exception wrapped) {
        return wrapped.getCause() instanceof AssistantException fault
                ? fault
                : new AssistantException(FaultKind.AUDIO_DEVICE, tr("Cannot %s. See the log.", what), wrapped);
    }

    private static <T> void make(Callable<T> call, CompletableFuture<T> result, Consumer<T> late) {
        try {
            T made = call.call();
            if (!result.complete(made)) {
                late.accept(made);
            }
        } catch (Exception | LinkageError e) { // javax.sound's own library may be missing
            result.completeExceptionally(e);
        }
    }

    /** Does not wait at all: for closing what may hang. */
    static void later(Runnable call) {
        Worker.SOUND_CLOSE.start(call);
    }
}
