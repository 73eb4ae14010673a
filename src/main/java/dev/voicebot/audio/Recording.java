package dev.voicebot.audio;

import java.util.Optional;

/**
 * Sound being taken, buffered from the first frame until somebody reads it. One thread reads; any thread may stop or
 * close.
 */
public interface Recording extends AutoCloseable {
    /** Hz of every frame that {@link #next} gives. */
    int sampleRate();

    /**
     * The next frame, as it was captured (20 ms or so from a microphone); blocks until there is one. Empty once the
     * recording has been stopped and all frames were given, or after {@link #close}.
     *
     * @throws dev.voicebot.outcome.AssistantException of kind AUDIO_DEVICE when the device died
     */
    Optional<PcmFrame> next();

    /** Ends the capture; what was captured is still given. Quick, does not block. */
    void stop();

    /** Ends the capture and drops what nobody read. */
    @Override
    void close();
}
