package dev.voicebot.turn;

import dev.voicebot.turn.TurnEvent.Playing;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Moves through the reply that is being spoken. The speed lasts for the whole conversation, the rest for one reply. Any
 * thread; never waits. What it does shows in a {@link Playing} event of the running turn.
 */
public final class Transport {
    private static final double[] SPEEDS = {0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3};
    private static final int NATURAL = 5;

    private int step = NATURAL; // guarded by this, as the next
    private @Nullable Player player;
    private Consumer<TurnEvent> events = event -> {};

    /** Halts the speech, or lets it go on at the same word; false when nothing is being spoken. */
    public synchronized boolean togglePause() {
        Player speaking = player;
        if (speaking == null) {
            return false;
        }
        speaking.togglePause();
        tell();
        return true;
    }

    /** Goes to the next sentence; false when nothing is being spoken. */
    public synchronized boolean skipSentence() {
        Player speaking = player;
        if (speaking == null) {
            return false;
        }
        speaking.skipSentence();
        return true;
    }

    /** Goes back to the beginning of the sentence, or from there to the one before; false when nothing is being spoken. */
    public synchronized boolean repeatSentence() {
        Player speaking = player;
        if (speaking == null) {
            return false;
        }
        speaking.repeatSentence();
        return true;
    }

    /** Speaks faster from now on, up to three times. */
    public void faster() {
        go(1);
    }

    /** Speaks slower from now on, down to half the speed. */
    public void slower() {
        go(-1);
    }

    /** Whether a reply is being spoken, or about to be: thinking, speaking or paused. */
    public synchronized boolean isActive() {
        return player != null;
    }

    public synchronized boolean isPaused() {
        return player != null && player.isPaused();
    }

    /** 1 is natural. */
    public synchronized double speed() {
        return SPEEDS[step];
    }

    synchronized void attach(Player speaking, Consumer<TurnEvent> told) {
        player = speaking;
        events = told;
    }

    synchronized void detach(Player over) {
        if (player == over) {
            player = null;
            events = event -> {};
        }
    }

    private synchronized void go(int steps) {
        int before = step;
        step = Math.max(0, Math.min(SPEEDS.length - 1, step + steps));
        if (player != null && step != before) {
            player.setSpeed(SPEEDS[step]);
        }
        tell();
    }

    private synchronized void tell() {
        events.accept(new Playing(isPaused(), speed()));
    }
}
