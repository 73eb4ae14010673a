package dev.voicebot.terminal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Presses of Ctrl-C, each with its action. Signals are no key presses: {@code timeout -s INT} sends one to the process and
 * one to its group, which must not count as the second press that gives everything up. Any thread.
 */
final class Presses {
    private static final long ONE_PRESS = 500_000_000; // nanoseconds

    private final LongSupplier nanoTime;
    private final List<Runnable> actions;

    @GuardedBy("this")
    private int count;

    @GuardedBy("this")
    private long last;

    /** The last action repeats. */
    Presses(LongSupplier nanoTime, Runnable... actions) {
        this.nanoTime = nanoTime;
        this.actions = List.of(actions);
    }

    void press() {
        int press = next();
        if (press >= 0) {
            actions.get(Math.min(press, actions.size() - 1)).run();
        }
    }

    /** Negative when it belongs to the press before. */
    private synchronized int next() {
        long now = nanoTime.getAsLong();
        if (count > 0 && now - last < ONE_PRESS) {
            return -1;
        }
        last = now;
        return count++;
    }
}
