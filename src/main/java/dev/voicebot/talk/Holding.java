package dev.voicebot.talk;

/**
 * What the presses, repeats and releases of the keys that talk mean: tapped, a key begins a talk and ends it with the
 * next tap; held, it talks until it goes up. Where terminals don't tell that, they repeat a held key: presses in quick
 * succession, and then none. Times are those of {@link System#nanoTime}. One thread at a time.
 */
final class Holding {
    /** What is to be done. */
    enum Meaning {
        BEGIN,
        END,
        /** Ask {@link #quiet} when the gap between repeats is over. */
        WAIT,
        NOTHING
    }

    private final long tap;
    private final long gap;
    private boolean everPressed;
    private long began;
    private long lastPress;
    private boolean waiting;

    Holding(HoldTimes times) {
        this.tap = times.tap().toNanos();
        this.gap = times.gap().toNanos();
    }

    /** {@code told}: the terminal tells repeats and releases, so that this is none. */
    Meaning press(long now, boolean talking, boolean told) {
        boolean quick = isRepeating(now);
        everPressed = true;
        lastPress = now;
        if (!talking) {
            return quick ? Meaning.NOTHING : begin(now);
        }
        waiting = !told;
        return told ? Meaning.END : Meaning.WAIT;
    }

    private Meaning begin(long now) {
        began = now;
        waiting = false;
        return Meaning.BEGIN;
    }

    /** Whether a press just now comes of a key that is still down. */
    boolean isRepeating(long now) {
        return everPressed && now - lastPress < gap;
    }

    void repeat(long now) {
        lastPress = now;
    }

    Meaning release(long now) {
        return now - began < tap ? Meaning.NOTHING : Meaning.END;
    }

    /** No press came for a while: a lone second press ends the talk, and so does the end of the repeats. */
    Meaning quiet(long now) {
        return waiting && now - lastPress >= gap ? Meaning.END : Meaning.NOTHING;
    }
}
