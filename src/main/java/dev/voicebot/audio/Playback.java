package dev.voicebot.audio;

import java.time.Duration;

/** One stretch of sound on its way to an {@link AudioOutput}. One thread plays and finishes; any thread may stop. */
public interface Playback {
    /**
     * Hands a frame over, blocking while the device's buffer is full. Does nothing after {@link #stop}.
     *
     * @throws dev.voicebot.outcome.AssistantException of kind AUDIO_DEVICE when the device died
     */
    void play(PcmFrame frame);

    /** Blocks until all that was handed over has been heard, or {@link #stop} was called. */
    void finish();

    /** Silence, now: drops what was not heard yet; a blocked {@link #play} or {@link #finish} returns. Quick. */
    void stop();

    /** How much of the sound has been heard so far; after {@link #stop} what had been heard by then. */
    Duration heard();
}
