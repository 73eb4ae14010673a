package dev.voicebot.screen;

import java.time.Duration;

/** How often a growing reply is drawn anew: at once, but rarely enough to leave the machine idle. Under the line's lock. */
final class RedrawPace {
    /** Redraws that cost much come less often: so many times its own length is left to others after each. */
    private static final int IDLE_SHARE = 4;

    private final long intervalNanos;
    private long next = System.nanoTime();
    private boolean planned;

    RedrawPace(Duration interval) {
        this.intervalNanos = interval.toNanos();
    }

    boolean isPlanned() {
        return planned;
    }

    /** How long the next redraw has to wait; not positive when it need not. */
    Duration untilNext() {
        return Duration.ofNanos(next - System.nanoTime());
    }

    void plan() {
        planned = true;
    }

    /** Draws, by {@code work}. */
    void run(Runnable work) {
        planned = false;
        long begin = System.nanoTime();
        work.run();
        long end = System.nanoTime();
        next = end + Math.max(intervalNanos - (end - begin), IDLE_SHARE * (end - begin));
    }
}
