package dev.voicebot.reading;

import java.util.Optional;

/** The passages of a text that may still be arriving. One thread. */
@FunctionalInterface
public interface Passages {
    /**
     * The next one, blocking until it has arrived; empty at the end of the text.
     *
     * @throws dev.voicebot.outcome.AssistantException what the source of the text throws
     */
    Optional<Passage> next();
}
