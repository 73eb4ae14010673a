package dev.voicebot.screen;

import dev.voicebot.language.Spacing;
import java.util.Optional;

/**
 * What speaking without a key cuts.
 *
 * @param question one that nothing of the answer was seen of: whoever goes on speaking has not finished it
 * @param speech whether a reply was being heard
 */
public record Interrupted(Optional<String> question, boolean speech) {
    public static final Interrupted NOTHING = new Interrupted(Optional.empty(), false);

    public boolean isNothing() {
        return question.isEmpty() && !speech;
    }

    /** The question with what was said after it. */
    public String with(String words) {
        return question.map(begun -> Spacing.join(begun, words)).orElse(words);
    }
}
