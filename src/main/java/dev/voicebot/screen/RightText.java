package dev.voicebot.screen;

import dev.voicebot.terminal.SubstituteCharacters;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** What stands at the right of the line. JLine's own stands in the first row, which is the reply's while one grows. */
record RightText(AttributedString text) {
    static final RightText NONE = new RightText(AttributedString.EMPTY);

    /** It leaves so many columns to the line. */
    private static final int LEAST_ROOM = 3;

    static RightText of(AttributedString text) {
        return new RightText(SubstituteCharacters.SHARED.encode(text));
    }

    /** {@code all} with this behind its last row, where that is the line's and leaves it room. */
    AttributedString behind(AttributedString all, int promptLength, int columns) {
        if (text.length() == 0) {
            return all;
        }
        String rows = all.toString();
        int last = rows.lastIndexOf('\n') + 1;
        int room = columns - 1 - all.subSequence(last, all.length()).columnLength() - text.columnLength();
        if (room < LEAST_ROOM || rows.indexOf('\n', promptLength) >= 0) {
            return all;
        }
        return new AttributedStringBuilder()
                .append(all)
                .append(" ".repeat(room))
                .append(text)
                .toAttributedString();
    }
}
