package dev.voicebot.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be asked of a running chat. */
public enum Verb {
    /** Starts talking, or ends it. */
    TALK,
    TALK_START,
    TALK_END,
    /** Stops the talk or the reply. */
    STOP,
    PAUSE,
    RESUME,
    /** Goes to the next sentence. */
    SKIP,
    STATUS;

    /** As it travels. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Verb> of(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }
}
