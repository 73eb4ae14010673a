package dev.voicebot.markdown;

import java.util.List;

/**
 * The rows of a text that have not been let go.
 *
 * @param settled so many of the first rows will never change
 */
public record Picture(List<Row> rows, int settled) {
    public Picture {
        rows = List.copyOf(rows);
    }

    /** The least number of rows, {@code count} or more, that can go without the rest. */
    public int separable(int count) {
        int whole = Math.min(count, rows.size());
        while (whole > 0 && whole < rows.size() && !rows.get(whole - 1).separable()) {
            whole++;
        }
        return whole;
    }
}
