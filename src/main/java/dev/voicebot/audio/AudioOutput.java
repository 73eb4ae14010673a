package dev.voicebot.audio;

/** Where sound goes to: a speaker, or nowhere. */
public interface AudioOutput extends AutoCloseable {
    /**
     * Gets ready to play frames of {@code sampleRate} Hz. One playback at a time; the device stays open between them.
     *
     * @throws dev.voicebot.outcome.AssistantException of kind AUDIO_DEVICE when there is no such device
     */
    Playback start(int sampleRate);

    /** Whether anybody can hear it. */
    default boolean isAudible() {
        return true;
    }

    @Override
    void close();
}
