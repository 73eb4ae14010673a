package dev.voicebot.wording.tokens;

import dev.voicebot.language.WrittenLanguage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A sentence in plain characters, and what rules look for around a place in it. */
final class Sentence {
    private static final int NEAR = 24;

    /** Where {@link #hasSoon} looks. */
    static final int AHEAD = 48;

    private static final char EAST_ASIAN = 0x2E80;

    private final String text;
    private final WrittenLanguage language;
    private final boolean code;
    private final boolean[] present = new boolean[128]; // plain characters; any digit is filed under 0
    private final boolean[] maybePresent = new boolean[256]; // others, by their last bits
    private int nextOf = -1;
    private char next;
    private final @Nullable Matcher[] matchers = new Matcher[Form.count()];

    Sentence(String text, WrittenLanguage language, boolean code) {
        this.text = text;
        this.language = language;
        this.code = code;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            present[c >= Form.BEYOND_ASCII ? Form.BEYOND_ASCII : c >= '0' && c <= '9' ? '0' : c] = true;
            if (c > Form.BEYOND_ASCII && c < EAST_ASIAN) {
                maybePresent[c & 0xFF] = true;
            }
        }
    }

    /** Whether one of the characters is somewhere in it; 0 stands for any digit, {@link Form#BEYOND_ASCII} for the rest. May be
     * mistaken about what is not plain. */
    boolean hasAny(String characters) {
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            boolean is = c >= EAST_ASIAN
                    ? present[Form.BEYOND_ASCII]
                    : c > Form.BEYOND_ASCII ? maybePresent[c & 0xFF] : present[c];
            if (is) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the characters is among those that follow {@code at}. */
    boolean hasSoon(String characters, int at) {
        int end = Math.min(text.length(), at + AHEAD);
        for (int i = at; i < end; i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** What stands behind the digits, or the single character, at {@code at}: see {@link Form#goingOnWith}. */
    char next(int at) {
        if (at != nextOf) {
            int end = at + 1;
            while (isDigit(text.charAt(at)) && end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            char c = at(end);
            nextOf = at;
            next = c >= Form.BEYOND_ASCII ? Form.BEYOND_ASCII : Form.classOf(c);
        }
        return next;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A matcher for the pattern with this number; it sees what is before and behind its region. */
    Matcher matcher(int number, Pattern pattern) {
        if (number >= matchers.length) {
            return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        }
        Matcher matcher = matchers[number];
        if (matcher == null) {
            matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
            matchers[number] = matcher;
        }
        return matcher;
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
