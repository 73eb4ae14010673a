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
        int cluster = from; // what belongs together on the screen begins there
        boolean halfFlag = false;
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
            cluster = i > from && joins(c, own, halfFlag) ? cluster : i;
            halfFlag = isHalfFlag(c) && !halfFlag;
            width += own;
            if (width > columns && i > from) {
                int word = c == ' ' || wordStart == from ? cluster : wordStart;
                return word > from ? word : i;
            }
            previous = own > 0 ? c : previous;
            i += Character.charCount(c);
        }
        return -1;
    }

    /** Marks, also those that take a column, and the second half of a flag. */
    private static boolean joins(int c, int width, boolean halfFlag) {
        return width == 0 || Character.getType(c) == Character.COMBINING_SPACING_MARK || (halfFlag && isHalfFlag(c));
    }

    private static boolean isHalfFlag(int c) {
        return c >= 0x1F1E6 && c <= 0x1F1FF;
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
