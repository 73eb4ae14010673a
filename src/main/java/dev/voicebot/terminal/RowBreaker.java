package dev.voicebot.terminal;

import dev.voicebot.markdown.LineBreaks;
import java.util.ArrayList;
import java.util.List;

/** Breaks a growing text into rows of the screen. Blank rows at the start and at the end are dropped. One thread. */
public final class RowBreaker {
    private final StringBuilder open = new StringBuilder();
    private boolean begun;
    private int blankRows;

    /** All rows of a text that is whole. */
    public static List<String> rows(String text, int columns) {
        RowBreaker breaker = new RowBreaker();
        List<String> rows = breaker.append(text, columns);
        rows.addAll(breaker.finish());
        return rows;
    }

    /** The rows that {@code text} finished. */
    public List<String> append(String text, int columns) {
        open.append(text);
        if (!begun) {
            open.delete(0, open.length() - open.toString().stripLeading().length());
        }
        List<String> rows = new ArrayList<>();
        for (int end = rowEnd(columns); end >= 0; end = rowEnd(columns)) {
            emit(open.substring(0, end).stripTrailing(), rows);
            open.delete(0, LineBreaks.nextRowAt(open, end));
        }
        if (!open.toString().isBlank()) {
            emitBlankRows(rows);
        }
        return rows;
    }

    private int rowEnd(int columns) {
        return LineBreaks.rowEnd(open, 0, columns, TextColumns::width);
    }

    /** The row that is still growing; never wider than the columns last given. */
    public String open() {
        return open.toString();
    }

    /** Ends the text: what was open is the last row, if anything was. */
    public List<String> finish() {
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
}
