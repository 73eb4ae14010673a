package dev.voicebot.repl;

import dev.voicebot.terminal.TextColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The screen of a terminal like xterm, as far as a line editor uses it: wide characters take two cells and are torn
 * when one is overwritten, and a row that is full wraps only with the next character. One thread.
 */
final class EmulatedScreen {
    private static final Pattern SEQUENCE =
            Pattern.compile("\033(?:\\[([?><]?)([0-9;]*)([@-~])|\\][^\033\007]*(?:\007|\033\\\\)|[()].|[=>78M])");

    // the set of characters that draws lines
    private static final String LETTERS = "jklmnqtuvwx";
    private static final String LINES = "┘┐┌└┼─├┤┴┬│";

    private static final String BLANK = " ";
    private static final String RIGHT_HALF = "";

    private int columns;
    private final int height;
    private List<String[]> rows = new ArrayList<>();
    private final List<String> scrolledAway = new ArrayList<>();
    private final Set<String[]> wrapped = Collections.newSetFromMap(new IdentityHashMap<>());
    private int row;
    private int column; // equals columns when the row is full and the wrap is still to come
    private boolean drawing;
    private String rest = "";

    private final IntUnaryOperator widths;
    private boolean wraps = true;

    EmulatedScreen(int columns, int height) {
        this(columns, height, TextColumns::width);
    }

    /** {@code widths} is the terminal's own table of the columns that a character takes. */
    EmulatedScreen(int columns, int height, IntUnaryOperator widths) {
        this.widths = widths;
        this.columns = columns;
        this.height = height;
        for (int i = 0; i < height; i++) {
            rows.add(blankRow());
        }
    }

    private String[] blankRow() {
        String[] cells = new String[columns];
        Arrays.fill(cells, BLANK);
        return cells;
    }

    /** The row that the cursor is in, from 0. */
    int cursorRow() {
        return row;
    }

    /** The column that a terminal reports, from 0: the last one too while a wrap is still to come. */
    int cursorColumn() {
        return Math.min(column, columns - 1);
    }

    List<String> rows() {
        return rows.stream().map(EmulatedScreen::text).toList();
    }

    /** What has scrolled away too. */
    List<String> everyRow() {
        return Stream.concat(scrolledAway.stream(), rows().stream()).toList();
    }

    private static String text(String[] cells) {
        return String.join("", cells).stripTrailing();
    }

    void write(String text) {
        String input = rest + text;
        int i = 0;
        while (i < input.length()) {
            if (input.charAt(i) == '\033') {
                Matcher sequence = SEQUENCE.matcher(input).region(i, input.length());
                if (!sequence.lookingAt()) {
                    break;
                }
                obey(sequence);
                i = sequence.end();
            } else if (Character.isHighSurrogate(input.charAt(i)) && i + 1 == input.length()) {
                break;
            } else {
                int c = input.codePointAt(i);
                put(c);
                i += Character.charCount(c);
            }
        }
        rest = input.substring(i);
    }

    /** Rows that have become too long wrap, and come together again later, as most terminals do it. */
    void resize(int newColumns) {
        List<List<String>> lines = new ArrayList<>();
        int cursorLine = 0;
        int cursorCell = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (i == 0 || !wrapped.contains(rows.get(i - 1))) {
                lines.add(new ArrayList<>());
            }
            List<String> line = lines.get(lines.size() - 1);
            if (i == row) {
                cursorLine = lines.size() - 1;
                cursorCell = line.size() + Math.min(column, columns - 1);
            }
            line.addAll(List.of(rows.get(i)).subList(0, contentEnd(rows.get(i), i == row ? column : 0)));
        }
        columns = newColumns;
        wrapped.clear();
        rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int cells = 0;
            for (List<String> part : parts(lines.get(i))) {
                if (i == cursorLine && cursorCell >= cells) {
                    row = rows.size();
                    column = Math.min(cursorCell - cells, columns);
                }
                cells += part.size();
                String[] cellsOfRow = blankRow();
                part.toArray(cellsOfRow);
                Arrays.fill(cellsOfRow, part.size(), columns, BLANK);
                rows.add(cellsOfRow);
                if (cells < lines.get(i).size()) {
                    wrapped.add(cellsOfRow);
                }
            }
        }
        while (rows.size() > height && row < rows.size() - 1) {
            rows.remove(rows.size() - 1);
        }
        while (rows.size() > height) {
            scrolledAway.add(text(rows.remove(0)));
            row--;
        }
        while (rows.size() < height) {
            rows.add(blankRow());
        }
    }

    private static int contentEnd(String[] cells, int least) {
        int end = cells.length;
        while (end > least && cells[end - 1].equals(BLANK)) {
            end--;
        }
        return end;
    }

    private List<List<String>> parts(List<String> line) {
        List<List<String>> parts = new ArrayList<>();
        int from = 0;
        do {
            int to = Math.min(line.size(), from + columns);
            if (to < line.size() && line.get(to).equals(RIGHT_HALF)) {
                to--;
            }
            parts.add(line.subList(from, to));
            from = to;
        } while (from < line.size());
        return parts;
    }

    private void put(int c) {
        switch (c) {
            case '\007' -> {}
            case '\r' -> column = 0;
            case '\n' -> lineFeed();
            case '\b' -> column = Math.max(0, Math.min(column, columns - 1) - 1);
            default -> {
                int line = drawing ? LETTERS.indexOf(c) : -1;
                int shown = line < 0 ? c : LINES.charAt(line);
                int width = widths.applyAsInt(shown);
                if (width > 0) {
                    print(Character.toString(shown), width);
                } else if (column > 0) {
                    join(Character.toString(shown));
                }
            }
        }
    }

    private void join(String mark) {
        String[] cells = rows.get(row);
        int cell = column - 1;
        while (cell > 0 && cells[cell].equals(RIGHT_HALF)) {
            cell--;
        }
        cells[cell] += mark;
    }

    private void print(String character, int width) {
        if (column + width > columns && wraps) {
            wrapped.add(rows.get(row));
            column = 0;
            lineFeed();
        } else if (column + width > columns) {
            column = columns - width; // over the last one
        }
        tear(column);
        tear(column + width);
        rows.get(row)[column] = character;
        if (width == 2) {
            rows.get(row)[column + 1] = RIGHT_HALF;
        }
        column += width;
    }

    /** When a wide character stands across the left edge of this cell, both its halves become blank. */
    private void tear(int edge) {
        String[] cells = rows.get(row);
        if (edge > 0 && edge < columns && cells[edge].equals(RIGHT_HALF)) {
            cells[edge - 1] = BLANK;
            cells[edge] = BLANK;
        }
    }

    /** The line discipline has made CR LF of it where a CR is wanted. */
    private void lineFeed() {
        if (row < height - 1) {
            row++;
        } else {
            scrolledAway.add(text(rows.remove(0)));
            rows.add(blankRow());
        }
    }

    private void obey(Matcher sequence) {
        if (sequence.group().startsWith("\033(")) {
            drawing = sequence.group().endsWith("0");
        }
        if (sequence.group().startsWith("\033[?7")) {
            wraps = sequence.group().equals("\033[?7h");
        }
        if (sequence.group(3) == null || !sequence.group(1).isEmpty()) {
            return;
        }
        String[] numbers = sequence.group(2).split(";", -1);
        int first = numbers[0].isEmpty() ? 0 : Integer.parseInt(numbers[0]);
        int count = Math.max(1, first);
        int at = Math.min(column, columns - 1);
        String[] cells = rows.get(row);
        switch (sequence.group(3)) {
            case "A" -> row = Math.max(0, row - count);
            case "B" -> row = Math.min(height - 1, row + count);
            case "C" -> column = Math.min(columns - 1, at + count);
            case "D" -> column = Math.max(0, at - count);
            case "G" -> column = Math.min(columns, count) - 1;
            case "H" -> {
                row = count - 1;
                column = numbers.length > 1 ? Integer.parseInt(numbers[1]) - 1 : 0;
            }
            case "K" -> eraseToEnd(cells, first == 2 ? 0 : at);
            case "J" -> {
                eraseToEnd(cells, first == 2 ? 0 : at);
                for (int i = first == 2 ? 0 : row + 1; i < height; i++) {
                    rows.set(i, blankRow());
                }
            }
            case "@" -> {
                tear(at);
                int shifted = Math.max(0, columns - at - count);
                System.arraycopy(cells, at, cells, columns - shifted, shifted);
                Arrays.fill(cells, at, columns - shifted, BLANK);
            }
            case "P" -> {
                tear(at);
                tear(at + count);
                int shifted = Math.max(0, columns - at - count);
                System.arraycopy(cells, columns - shifted, cells, at, shifted);
                Arrays.fill(cells, at + shifted, columns, BLANK);
            }
            case "m", "h", "l", "c" -> {}
            default ->
                throw new AssertionError("unknown sequence " + sequence.group().substring(1));
        }
    }

    private void eraseToEnd(String[] cells, int from) {
        tear(from);
        Arrays.fill(cells, from, columns, BLANK);
    }
}
