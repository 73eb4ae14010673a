package dev.voicebot.audio;

/** A phrase that wakes an open microphone, and who listens for it. Any thread; one sound at a time. */
public interface WakeWord {
    /** As the user wrote it. */
    String phrase();

    /**
     * Loads what listens for it; blocks.
     *
     * @throws dev.voicebot.outcome.AssistantException SETTINGS where it cannot listen for this phrase, CREDENTIALS where a
     *     model is missing, FAILED where that does not work
     */
    void getReady();

    /**
     * Blocks until the phrase was said, which leaves what follows it in {@code sound}; false when the sound ends before.
     *
     * @throws dev.voicebot.outcome.AssistantException as {@link #getReady}, and what the sound throws
     */
    boolean isHeardIn(Recording sound);
}
