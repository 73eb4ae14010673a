package dev.voicebot.synthesis;

import dev.voicebot.language.EastAsian;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words whose full stop ends no sentence: "Mr.", "e.g.", "J.", "No. 5". */
final class Abbreviations {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "vs", "etc", "cf", "vol", "fig", "approx", "dept", "inc",
            "ltd", "co", "corp", "gen", "col", "lt", "sgt", "rev", "ph.d", "al", "ca", "pp", "jan", "feb", "apr", "aug",
            "sep", "sept", "oct", "nov", "dec", "ext", "eq", "ver", "sq", "cu");
    private static final List<String> BEFORE_NUMBERS =
            List.of("no.", "p.", "ch.", "sec.", "art.", "nr.", "op.", "rte.", "hwy.", "apt.", "rm.");

    private static final int LONGEST_ABBREVIATION = 12;

    private Abbreviations() {}

    /** Whether what ends at {@code end} is short for a word before a number: No. 5. */
    static boolean isBeforeNumber(CharSequence text, int end) {
        for (String word : BEFORE_NUMBERS) {
            int start = end - word.length();
            if (start >= 0
                    && text.subSequence(start, end).toString().equalsIgnoreCase(word)
                    && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))) {
                return true;
            }
        }
        return false;
    }

    /** What stands before the full stop at {@code end}, in lower case; empty where it is no word. */
    static String wordBefore(CharSequence text, int end) {
        int start = end;
        while (start > 0 && end - start < LONGEST_ABBREVIATION && isWordPart(text.charAt(start - 1))) {
            start--;
        }
        return text.subSequence(start, end).toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isWordPart(char c) {
        return c == '.' || (Character.isLetterOrDigit(c) && !EastAsian.isWide(c));
    }

    /** Whether the full stop behind {@code word} belongs to it. */
    static boolean isAbbreviation(String word) {
        return ABBREVIATIONS.contains(word) || (isInitials(word) && !word.equals("i"));
    }

    /** Single letters with full stops between them: "j", "e.g", "u.s.a". */
    private static boolean isInitials(String word) {
        if (word.length() % 2 == 0) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (i % 2 == 1 ? c != '.' : !Character.isLetter(c) || EastAsian.isWide(c)) {
                return false;
            }
        }
        return true;
    }
}
