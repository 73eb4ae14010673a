package dev.voicebot.synthesis;

import dev.voicebot.outcome.Cancellation;

/** Turns text into speech while the text is still being written. */
public interface SpeechSynthesizer extends AutoCloseable {
    /** Hz of every frame. */
    int sampleRate();

    /**
     * Begins one reply. Returns at once: connections are made behind the caller's back, and a failure to make them is
     * thrown by the next {@link SpeechStream#write} or {@link SpeechStream#finish}. One stream at a time.
     *
     * @param frames gets the sound as it comes, in order, on a thread of the engine: be quick. Nothing comes after
     *     {@link SpeechStream#finish} returned, or shortly after the cancel
     */
    SpeechStream open(Voice voice, SpeechListener frames, Cancellation cancellation);

    /** Opens what the next reply in this voice will need; may block for a moment, fails silently. Any thread. */
    default void getReady(Voice voice) {}

    @Override
    void close();
}
