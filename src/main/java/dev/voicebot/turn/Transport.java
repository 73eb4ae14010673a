package dev.voicebot.turn;

import java.time.Duration;
import java.util.Optional;

/**
 * Moves through the reply that is being spoken. The speed lasts for the whole conversation, the rest for one reply. Any
 * thread; never waits. What it does shows in a {@link TurnEvent.Playing} of the running turn.
 */
public interface Transport {
    /** Halts the speech, or lets it go on at the same word; false when nothing is being spoken. */
    boolean togglePause();

    /** Goes to the next sentence; false when nothing is being spoken. */
    boolean skipSentence();

    /** Goes back to the beginning of the sentence, or from there to the one before; false when nothing is being spoken. */
    boolean repeatSentence();

    /** Speaks faster from now on, up to three times. */
    void faster();

    /** Speaks slower from now on, down to half the speed. */
    void slower();

    /** Whether a reply is being spoken or is going to be: from the question to the last sound. */
    boolean isActive();

    boolean isPaused();

    /** How far the speech has come; empty when nothing is being spoken. */
    default Optional<Progress> progress() {
        return Optional.empty();
    }

    /**
     * How much of a reply has been heard.
     *
     * @param whole how long all of it is; empty while that is not known
     */
    record Progress(Duration heard, Optional<Duration> whole) {}

    /** 1 is natural. */
    double speed();
}
