package dev.voicebot.markdown;

import java.util.function.IntUnaryOperator;

/** Where rows end: at line feeds, between words, and anywhere between Chinese characters except before a closing mark. */
public final class LineBreaks {
    private static final String CLOSING = "，。、；：？！）》」』】〉”’…—·,.;:?!)]}%";
    private static final String OPENING = "（《「『【〈“‘([{";

    private LineBreaks() {}

    /** Where the first row of {@code text} ends; negative while it is not full. A row has at least one character. */
    public static int rowEnd(CharSequence text, int from, int columns, IntUnaryOperator widths) {
        int width = 0;
        int wordStart = from;
        int previous = ' ';
        for (int i = from; i < text.length(); ) {
            int c = Character.codePointAt(text, i);
            if (c == '\n') {
                return i;
            }
            int own = widths.applyAsInt(c);
            if (i > from && own > 0 && mayBreak(previous, c, widths)) {
                wordStart = i;
            }
            width += own;
            if (width > columns && i > from) {
                return c == ' ' || wordStart == from ? i : wordStart;
            }
            previous = own > 0 ? c : previous;
            i += Character.charCount(c);
        }
        return -1;
    }

    /** Where the row after one that ended at {@code end} begins. */
    public static int nextRowAt(CharSequence text, int end) {
        int next = end;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        if (next < text.length() && text.charAt(next) == '\n') {
            return next + 1;
        }
        return next;
    }

    private static boolean mayBreak(int before, int after, IntUnaryOperator widths) {
        if (after == ' ' || CLOSING.indexOf(after) >= 0 || OPENING.indexOf(before) >= 0) {
            return false;
        }
        return before == ' ' || widths.applyAsInt(before) == 2 || widths.applyAsInt(after) == 2;
    }
}
