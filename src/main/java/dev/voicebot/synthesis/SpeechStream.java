package dev.voicebot.synthesis;

import java.util.Optional;
import java.util.OptionalLong;

/** One reply on its way to becoming speech. One thread writes, finishes and closes. */
public interface SpeechStream extends AutoCloseable {
    /**
     * Hands over the next piece of plain text, of any length; pieces are joined as they are. Does not wait for the
     * speech.
     *
     * @throws dev.voicebot.outcome.AssistantException INTERRUPTED after the cancel; SERVICE, CREDENTIALS or SETTINGS
     *     when the service refused or failed
     */
    void write(String text);

    /**
     * Says that the text is whole; blocks until the last frame was handed over. Without any text it returns at once.
     *
     * @throws dev.voicebot.outcome.AssistantException as {@link #write}
     */
    void finish();

    /** The service's own count of the characters it has spoken; empty where it has not told. */
    default OptionalLong billedCharacters() {
        return OptionalLong.empty();
    }

    /** Whether what a broken connection left unsaid is said over another one, so that no one else needs to. */
    default boolean goesOnByItself() {
        return false;
    }

    /** Who speaks, where the engine may choose another model or voice than it was asked for. */
    default Optional<SpokenBy> spokenBy() {
        return Optional.empty();
    }

    /** A model, and the voice as that model has it. */
    record SpokenBy(String model, String voice) {}

    /** Gives up what is not finished, keeps what can be used again. Quick. */
    @Override
    void close();
}
