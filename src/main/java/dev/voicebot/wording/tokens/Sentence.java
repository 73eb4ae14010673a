package dev.voicebot.wording.tokens;

import dev.voicebot.language.WrittenLanguage;
import java.util.regex.Pattern;

/** A sentence in plain characters, and what rules look for around a place in it. */
final class Sentence {
    private static final int NEAR = 24;

    private final String text;
    private final WrittenLanguage language;
    private final boolean code;

    Sentence(String text, WrittenLanguage language, boolean code) {
        this.text = text;
        this.language = language;
        this.code = code;
    }

    /** A stretch of code in the middle of this sentence. */
    Sentence code(String stretch) {
        return new Sentence(stretch, language, true);
    }

    boolean isCode() {
        return code;
    }

    String text() {
        return text;
    }

    boolean isChinese() {
        return language == WrittenLanguage.CHINESE;
    }

    boolean isEnglish() {
        return language == WrittenLanguage.ENGLISH;
    }

    /** The character before {@code at}, a line's end for none. */
    char before(int at) {
        return at == 0 ? '\n' : text.charAt(at - 1);
    }

    /** The character at {@code at}, a line's end for none. */
    char at(int at) {
        return at >= text.length() ? '\n' : text.charAt(at);
    }

    /** Whether the words shortly before {@code at} end with {@code pattern}. */
    boolean endsWith(Pattern pattern, int at) {
        return pattern.matcher(text.substring(Math.max(0, at - NEAR), at)).find();
    }

    /** Whether what follows {@code at} begins with {@code pattern}. */
    boolean goesOnWith(Pattern pattern, int at) {
        return pattern.matcher(text).region(at, text.length()).lookingAt();
    }
}
