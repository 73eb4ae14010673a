package dev.voicebot.repl;

import org.jline.utils.AttributedString;
import org.jline.utils.WCWidth;

/** Text measured in a terminal's columns: a Chinese character takes two. */
public final class TextColumns {
    private TextColumns() {}

    /** The columns of one code point; a control character takes none. */
    static int width(int codePoint) {
        return Math.max(0, WCWidth.wcwidth(codePoint));
    }

    /** {@code text} as one row, cut with an ellipsis where it is wider than {@code columns}. */
    public static String fit(String text, int columns) {
        if (text.length() <= columns / 2) {
            return text;
        }
        AttributedString row = new AttributedString(text);
        if (row.columnLength() <= columns) {
            return row.toString();
        }
        return row.columnSubSequence(0, columns - 1) + "…";
    }
}
