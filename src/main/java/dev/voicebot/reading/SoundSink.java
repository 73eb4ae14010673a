package dev.voicebot.reading;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.recognition.Word;
import dev.voicebot.synthesis.SpeechStream.SpokenBy;
import java.time.Duration;
import java.util.List;

/** Where the sound of a reading goes. One thread, which may be kept waiting. */
public interface SoundSink extends AutoCloseable {
    /** A passage begins; the sound that follows says it. */
    default void begin(Passage passage) {}

    /**
     * The next sound.
     *
     * @throws dev.voicebot.outcome.AssistantException when it cannot go there; the reading ends with it
     */
    void write(PcmFrame frame);

    /** When each word of the passage that ends next is said, from the passage's beginning; where the voice tells. */
    default void words(List<Word> words) {}

    /**
     * All sound up to here says all up to this passage, which took so long.
     *
     * @throws dev.voicebot.outcome.AssistantException as {@link #write}
     */
    default void end(Passage passage, Duration length) {}

    /** Who spoke, where the voice tells. */
    default void spokenBy(SpokenBy who) {}

    /** Something of what was begun and has not ended could not be said. */
    default void lost() {}

    /** The text is whole: blocks until all of it was heard or saved. */
    default void finish() {}

    /** Any thread: whoever waits for the sink does so no longer. Quick. */
    default void stop() {}

    /** What is there stays. */
    @Override
    void close();
}
