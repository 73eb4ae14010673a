package dev.voicebot.repl;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/**
 * Breaks a growing text into rows of the screen: at line feeds, between words, and anywhere between Chinese
 * characters except before a closing mark. Blank rows at the start and at the end are dropped. One thread.
 */
final class RowBreaker {
    private static final String CLOSING = "，。、；：？！）》」』】〉”’…—·,.;:?!)]}%";
    private static final String OPENING = "（《「『【〈“‘([{";

    private final StringBuilder open = new StringBuilder();
    private boolean begun;
    private int blankRows;

    /** All rows of a text that is whole. */
    static List<String> rows(String text, int columns) {
        RowBreaker breaker = new RowBreaker();
        List<String> rows = breaker.append(text, columns);
        rows.addAll(breaker.finish());
        return rows;
    }

    /** The rows that {@code text} finished. */
    List<String> append(String text, int columns) {
        open.append(text);
        if (!begun) {
            open.delete(0, open.length() - open.toString().stripLeading().length());
        }
        List<String> rows = new ArrayList<>();
        for (int end = rowEnd(columns); end >= 0; end = rowEnd(columns)) {
            emit(open.substring(0, end).stripTrailing(), rows);
            open.delete(0, nextRowAt(end));
        }
        if (!open.toString().isBlank()) {
            emitBlankRows(rows);
        }
        return rows;
    }

    /** The row that is still growing; never wider than the columns last given. */
    String open() {
        return open.toString();
    }

    /** Ends the text: what was open is the last row, if anything was. */
    List<String> finish() {
        List<String> rows = new ArrayList<>();
        if (!open.toString().isBlank()) {
            emit(open.toString().stripTrailing(), rows);
        }
        open.setLength(0);
        return rows;
    }

    private void emit(String row, List<String> rows) {
        if (row.isEmpty()) {
            blankRows++;
            return;
        }
        emitBlankRows(rows);
        rows.add(row);
    }

    private void emitBlankRows(List<String> rows) {
        for (; begun && blankRows > 0; blankRows--) {
            rows.add("");
        }
        blankRows = 0;
        begun = true;
    }

    private int nextRowAt(int end) {
        if (end < open.length() && open.charAt(end) == '\n') {
            return end + 1;
        }
        int next = end;
        while (next < open.length() && open.charAt(next) == ' ') {
            next++;
        }
        return next < open.length() && open.charAt(next) == '\n' ? next + 1 : next;
    }

    /** Where the first row ends; negative while it is not full. */
    private int rowEnd(int columns) {
        int width = 0;
        int wordStart = 0;
        int previous = ' ';
        for (int i = 0; i < open.length(); ) {
            int c = open.codePointAt(i);
            if (c == '\n') {
                return i;
            }
            if (i > 0 && mayBreak(previous, c)) {
                wordStart = i;
            }
            width += Math.max(0, WCWidth.wcwidth(c));
            if (width > columns && i > 0) {
                return c == ' ' || wordStart == 0 ? i : wordStart;
            }
            previous = c;
            i += Character.charCount(c);
        }
        return -1;
    }

    private static boolean mayBreak(int before, int after) {
        if (after == ' ' || CLOSING.indexOf(after) >= 0 || OPENING.indexOf(before) >= 0) {
            return false;
        }
        return before == ' ' || WCWidth.wcwidth(before) == 2 || WCWidth.wcwidth(after) == 2;
    }
}
