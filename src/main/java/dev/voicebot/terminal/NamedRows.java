package dev.voicebot.terminal;

import java.util.ArrayList;
import java.util.List;

/** A name and its meaning side by side; where the meaning needs more rows, they begin below its start. */
public final class NamedRows {
    private static final int MOST_NAME_COLUMNS = 20;
    private static final int NAME_SHARE = 3; // of a narrow terminal, one column in so many
    private static final int LEAST_MEANING = 8; // columns

    private NamedRows() {}

    /** Rows no wider than {@code columns}, for one that does not change. */
    public static List<String> of(String name, String meaning, int columns) {
        int names = Math.min(MOST_NAME_COLUMNS, columns / NAME_SHARE);
        String oneRow = (TextColumns.pad(name, names) + " " + meaning).stripTrailing();
        if (TextColumns.width(oneRow) <= columns) {
            return List.of(oneRow);
        }
        String margin = " ".repeat(names + 1);
        List<String> rows =
                new ArrayList<>(RowBreaker.rows(meaning, Math.max(LEAST_MEANING, columns - margin.length())).stream()
                        .map(margin::concat)
                        .toList());
        if (TextColumns.width(name) <= names) {
            rows.set(0, TextColumns.pad(name, names) + rows.get(0).substring(names));
        } else {
            rows.addAll(0, RowBreaker.rows(name, columns));
        }
        return rows;
    }
}
