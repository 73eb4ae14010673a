package dev.voicebot.repl;

import dev.voicebot.language.Spacing;
import java.util.Optional;

/**
 * What speaking without a key cuts.
 *
 * @param question one that nothing of the answer was seen of: whoever goes on speaking has not finished it
 * @param speech whether a reply was being heard
 */
record Interrupted(Optional<String> question, boolean speech) {
    static final Interrupted NOTHING = new Interrupted(Optional.empty(), false);

    boolean isNothing() {
        return question.isEmpty() && !speech;
    }

    /** The question with what was said after it. */
    String with(String words) {
        return question.map(begun -> Spacing.join(begun, words)).orElse(words);
    }
}
