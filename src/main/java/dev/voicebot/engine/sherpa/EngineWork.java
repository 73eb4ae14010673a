package dev.voicebot.engine.sherpa;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.engine.sherpa.child.Message;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** A piece of work that a process was given: what comes of it, and how it ends. Any thread. */
class EngineWork {
    static final long PAUSE_MILLIS = 40; // between two looks whether the work is still wanted

    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile long lastSign = System.nanoTime();

    /** On the thread that reads; {@code message} does not end the work. */
    protected void take(Message message) {}

    /** The process has something to do from now on. */
    final void isAsked() {
        lastSign = System.nanoTime();
    }

    /** On the thread that reads. */
    void answer(Message message) {
        lastSign = System.nanoTime();
        if (message.type().equals(Message.DONE) || message.type().equals(Message.READY)) {
            end.complete(null);
        } else if (!end.isDone()) {
            take(message);
        }
    }

    final void fail(RuntimeException cause) {
        end.completeExceptionally(cause);
    }

    final boolean isOver() {
        return end.isDone();
    }

    final void throwIfFailed() {
        if (end.isCompletedExceptionally()) {
            awaitEnd(Duration.ofDays(1)); // at once: it is over
        }
    }

    /** Blocks until the process has done it; gives up when it has said nothing for {@code patience}. */
    final void awaitEnd(Duration patience) {
        awaitEnd(patience, () -> false);
    }

    /** The same; false soon after {@code isUnwanted}. */
    final boolean awaitEnd(Duration patience, BooleanSupplier isUnwanted) {
        try {
            while (!isUnwanted.getAsBoolean()) {
                try {
                    end.get(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                    return true;
                } catch (TimeoutException e) {
                    throwIfSilent(patience);
                }
            }
            return false;
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }

    /** @throws AssistantException FAILED when the process has said nothing for {@code patience} */
    final void throwIfSilent(Duration patience) {
        if (System.nanoTime() - lastSign >= patience.toNanos()) {
            throw new AssistantException(
                    FaultKind.FAILED, tr("The local speech engine stopped responding and was restarted. Try again."));
        }
    }
}
