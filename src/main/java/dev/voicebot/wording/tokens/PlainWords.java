package dev.voicebot.wording.tokens;

import java.util.Locale;
import java.util.Set;

/** Tells words that are nothing but words, so that most of a text is passed over quickly. */
final class PlainWords {
    private static final String BEHIND = " ,;!?)\n\"”’";
    private static final int LONGEST_SPECIAL = 9;
    /** What forms that begin with letters alone begin with. */
    private static final Set<String> SPECIAL = Set.of(
            ("january february march april may june july august september october november december jan feb mar apr jun"
                            + " jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun rte usd cny rmb eur gbp jpy hkd krw aud"
                            + " cad sgd chf inr rs no fig figs vol eq ch sec ext pp approx vs at diff index info notice warn"
                            + " warning error debug trace fatal fy mc")
                    .split(" ", -1));

    private static final int[] LENGTHS = lengths();

    private PlainWords() {}

    /** The end of the words of letters alone that begin at {@code at}; {@code at} where one may be more than that. */
    static int end(int at, Sentence sentence) {
        int end = wordEnd(at, sentence);
        if (end - at < 2 && !isArticle(end, sentence)) {
            return at;
        }
        boolean over = isOver(end, sentence);
        return over && !isSpecial(at, end, sentence) && !isBehindNumber(at, sentence) ? end : at;
    }

    private static int wordEnd(int at, Sentence sentence) {
        int end = at;
        while (isLetter(end, sentence) || (end > at && isApostrophe(sentence.at(end)) && isLetter(end + 1, sentence))) {
            end++;
        }
        return end;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }

    private static boolean isLetter(int at, Sentence sentence) {
        return Form.classOf(sentence.at(at)) == 'a';
    }

    /** A single letter before a longer word. */
    private static boolean isArticle(int end, Sentence sentence) {
        return sentence.at(end) == ' ' && isLetter(end + 1, sentence) && isLetter(end + 2, sentence);
    }

    private static boolean isOver(int end, Sentence sentence) {
        char behind = sentence.at(end);
        char next = sentence.at(end + 1);
        return BEHIND.indexOf(behind) >= 0
                || (behind == '.' && (BEHIND.indexOf(next) >= 0))
                || (behind == ':' && (next == ' ' || next == '\n'));
    }

    private static boolean isSpecial(int at, int end, Sentence sentence) {
        int length = end - at;
        if (length > LONGEST_SPECIAL) {
            return false;
        }
        boolean likely = (LENGTHS[sentence.at(at) & 31] >> length & 1) > 0;
        return (likely && SPECIAL.contains(sentence.text().substring(at, end).toLowerCase(Locale.ROOT)))
                || (length == 2 && isUpperCase(at, sentence) && isUpperCase(at + 1, sentence))
                || isRoman(at, end, sentence);
    }

    private static boolean isUpperCase(int at, Sentence sentence) {
        return Character.isUpperCase(sentence.at(at));
    }

    private static boolean isRoman(int at, int end, Sentence sentence) {
        for (int i = at; i < end; i++) {
            if ("IVXL".indexOf(sentence.at(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** For each first letter a bit for each length, so that most words are looked up nowhere. */
    private static int[] lengths() {
        int[] lengths = new int[32];
        SPECIAL.forEach(word -> lengths[word.charAt(0) & 31] |= 1 << word.length());
        return lengths;
    }

    /** Then it may be a unit. */
    private static boolean isBehindNumber(int at, Sentence sentence) {
        char before = sentence.before(at);
        char further = before == ' ' && at > 1 ? sentence.before(at - 1) : before;
        return Character.isDigit(further) || "°′″'\"’".indexOf(further) >= 0;
    }
}
