package dev.voicebot.repl;

import java.util.Optional;

/**
 * What speaking without a key cuts.
 *
 * @param question one that nothing of the answer was seen of: whoever goes on speaking has not finished it
 * @param speech whether a reply was being heard
 */
record Interrupted(Optional<String> question, boolean speech) {
    static final Interrupted NOTHING = new Interrupted(Optional.empty(), false);

    /** The question with what was said after it. */
    String with(String words) {
        return question.map(begun -> joined(begun, words)).orElse(words);
    }

    private static String joined(String begun, String words) {
        boolean together = words.isEmpty()
                || (isChinese(begun.codePointBefore(begun.length())) && isChinese(words.codePointAt(0)));
        return begun + (together ? "" : " ") + words;
    }

    private static boolean isChinese(int character) {
        return Character.isIdeographic(character)
                || (character >= 0x3000 && character <= 0x303F)
                || character >= 0xFF00;
    }
}
