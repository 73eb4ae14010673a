package dev.voicebot.wording;

import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One way of writing something, and the words for it. Groups that may be missing must match the empty text.
 *
 * @param starts characters it can begin with; 0 stands for any digit, a for any letter
 */
record WrittenForm(String starts, Pattern pattern, BiFunction<MatchResult, Tongue, String> words) {
    /** 5, 3.5 or 1,234,567. */
    static final String NUMBER = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
    /** Not inside a word, a longer number, a version or a path. */
    static final String BEGINNING = "(?<![\\p{Alpha}\\d_.])";
    /** The number ends here. */
    static final String END = "(?![\\p{Alpha}\\d_]|[.,:/-]\\d)";

    static WrittenForm of(String starts, String pattern, BiFunction<MatchResult, Tongue, String> words) {
        return new WrittenForm(starts, Pattern.compile(pattern), words);
    }

    boolean mayStartWith(char c) {
        return starts.indexOf(classOf(c)) >= 0;
    }

    private static char classOf(char c) {
        if (c >= '0' && c <= '9') {
            return '0';
        }
        return Character.isLetter(c) ? 'a' : c;
    }

    /** The digits of a number without its commas. */
    static String plain(String number) {
        return number.replace(",", "");
    }
}
