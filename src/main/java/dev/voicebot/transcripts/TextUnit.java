package dev.voicebot.transcripts;

import dev.voicebot.language.EastAsian;
import java.util.ArrayList;
import java.util.List;

/**
 * What is never cut: a Latin word or a Chinese character, with the marks that follow it.
 *
 * @param from its first character in the text
 * @param to after its last one
 * @param weightBefore how wide the text up to it is, {@code weightUpTo} with it, both without white space at the cut
 */
record TextUnit(int from, int to, int weightBefore, int weightUpTo, Ending ending) {
    /** The widest line: 42 Latin characters, or 16 Chinese ones, which take longer to read than their width tells. */
    static final int LINE = 84;

    private static final int LATIN = 2;
    private static final int CHINESE = 5;

    /** What a piece that stops after a unit ends with. */
    enum Ending {
        NOTHING(0),
        CLAUSE(0.4),
        SENTENCE(0.6);

        private final double worth;

        Ending(double worth) {
            this.worth = worth;
        }

        /** How good a place to cut it is, 0 to 1. */
        double worth() {
            return worth;
        }
    }

    /** All of a text without line ends, in order. */
    static List<TextUnit> of(String text) {
        List<TextUnit> units = new ArrayList<>();
        int weight = 0;
        for (int from = 0; from < text.length(); ) {
            if (text.charAt(from) == ' ') {
                weight += LATIN;
                from++;
                continue;
            }
            int to = end(text, from);
            int before = weight;
            weight += weight(text, from, to);
            units.add(new TextUnit(from, to, before, weight, ending(text.charAt(to - 1))));
            from = to;
        }
        return units;
    }

    private static int end(String text, int from) {
        int to = from;
        int weight = 0;
        boolean chinese = false;
        while (to < text.length()) {
            int c = text.codePointAt(to);
            boolean mark = isMark(c);
            boolean cut = c == ' '
                    || weight + weight(c) > LINE
                    || (!mark && to > from && (chinese || EastAsian.isWide(c)) && !opens(text, to));
            if (cut) {
                break;
            }
            chinese = EastAsian.isWide(c) && !isOpening(c);
            weight += weight(c);
            to += Character.charCount(c);
        }
        return Math.max(to, from + Character.charCount(text.codePointAt(from)));
    }

    /** An opening bracket stays with what follows it. */
    private static boolean opens(String text, int at) {
        return isOpening(text.codePointBefore(at));
    }

    private static int weight(String text, int from, int to) {
        return text.substring(from, to).codePoints().map(TextUnit::weight).sum();
    }

    private static int weight(int c) {
        return EastAsian.isWide(c) ? CHINESE : LATIN;
    }

    private static boolean isMark(int c) {
        return "，。！？；：、…—,.!?;:)]}”’」』）》〉】%".indexOf(c) >= 0;
    }

    private static boolean isOpening(int c) {
        return "（《〈【「『“‘([{".indexOf(c) >= 0;
    }

    private static Ending ending(char last) {
        if ("。！？.!?…".indexOf(last) >= 0) {
            return Ending.SENTENCE;
        }
        return "，；：、,;:—".indexOf(last) >= 0 ? Ending.CLAUSE : Ending.NOTHING;
    }
}
