package dev.voicebot.synthesis;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A voice that an engine is known to have.
 *
 * @param name the engine's own name for it
 * @param language in words; empty where the voice is for every language
 * @param character who it is, in a few words; may be empty
 */
public record KnownVoice(String name, String language, Sex sex, String character) {
    /** As whose the voice sounds. */
    public enum Sex {
        FEMALE,
        MALE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All but the name, in one line. */
    public String about() {
        return Stream.of(language, sex.toString(), character)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
