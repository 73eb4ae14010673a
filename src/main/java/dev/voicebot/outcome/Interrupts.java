package dev.voicebot.outcome;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** What to do with an {@link InterruptedException}: the thread stays interrupted, and its work ends. */
public final class Interrupts {
    private Interrupts() {}

    /** What to throw: {@code throw Interrupts.leave(e)}. */
    public static AssistantException leave(InterruptedException e) {
        keep(e);
        return new AssistantException(
                FaultKind.INTERRUPTED, AssistantException.interrupted().userMessage(), e);
    }

    /** Whether all that {@code executor} was given is done in time, once it takes no more; an interrupt counts as no. */
    public static boolean isDone(ExecutorService executor, Duration atMost) {
        try {
            return executor.awaitTermination(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            keep(e);
            return false;
        }
    }

    /** For work that ends without a fault. */
    public static void keep(InterruptedException e) {
        Thread.currentThread().interrupt();
    }
}
