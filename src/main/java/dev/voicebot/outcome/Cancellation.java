package dev.voicebot.outcome;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells running work to end. Any thread may cancel; stoppers run once, newest first, on the thread that cancels, and
 * must be quick. A stopper added after the cancel runs at once.
 */
public final class Cancellation {
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final Deque<Runnable> stoppers = new ArrayDeque<>();

    @GuardedBy("lock")
    private boolean cancelled;

    /** A child ends with its parent, not the other way round; close it to detach it. */
    public Scope child() {
        Cancellation child = new Cancellation();
        return new Scope(child, onCancel(child::cancel));
    }

    public boolean isCancelled() {
        synchronized (lock) {
            return cancelled;
        }
    }

    /** Leaves with an {@link AssistantException} of kind INTERRUPTED, when cancelled. */
    public void throwIfCancelled() {
        if (isCancelled()) {
            throw AssistantException.interrupted();
        }
    }

    /** Runs every stopper, even when one of them throws; the second cancel does nothing. */
    public void cancel() {
        Deque<Runnable> toRun;
        synchronized (lock) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            toRun = new ArrayDeque<>(stoppers);
            stoppers.clear();
        }
        RuntimeException first = null;
        while (!toRun.isEmpty()) {
            try {
                toRun.pop().run();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** Close what comes back when the work is done and the stopper is no longer wanted. */
    public Registration onCancel(Runnable stopper) {
        synchronized (lock) {
            if (!cancelled) {
                stoppers.push(stopper);
                return () -> remove(stopper);
            }
        }
        stopper.run();
        return () -> {};
    }

    private void remove(Runnable stopper) {
        synchronized (lock) {
            stoppers.remove(stopper);
        }
    }

    /** A stopper's place on the list. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /** A child cancellation and its tie to the parent. */
    public record Scope(Cancellation cancellation, Registration tie) implements AutoCloseable {
        @Override
        public void close() {
            tie.close();
        }
    }
}
