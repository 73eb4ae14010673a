package dev.voicebot.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableCell.Alignment;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/** A table in columns, its cells wrapped; as a list of its cells where the screen is too narrow for that. */
final class TableLayout {
    private static final String BETWEEN = " │ ";
    private static final String CROSSING = "─┼─";
    private static final int NARROWEST_CELL = 5;

    private final Source source;
    private final int gone;
    private final TableWidths drawnWidths;

    /** One row of the table. */
    private record Line(List<StyledText> cells, int start, int end) {}

    TableLayout(Source source, int gone, TableWidths drawnWidths) {
        this.source = source;
        this.gone = gone;
        this.drawnWidths = drawnWidths;
    }

    List<Row> rows(TableBlock table, PageLayout page, Set<SpanKind> inks) {
        List<Line> lines = new ArrayList<>();
        List<Alignment> alignments = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            boolean head = part instanceof TableHead;
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    lines.add(line(row, page, head ? Inlines.and(inks, SpanKind.STRONG) : inks, alignments));
                }
            }
        }
        int between = BETWEEN.length() * (alignments.size() - 1);
        if (page.columns() - between < NARROWEST_CELL * alignments.size()) {
            return records(lines, page);
        }
        int start = source.start(table);
        int[] widths = drawnWidths.of(
                start,
                widths(lines, alignments.size(), page, page.columns() - between),
                gone > start,
                page.columns() - between);
        return grid(lines, widths, alignments, page);
    }

    private Line line(Node row, PageLayout page, Set<SpanKind> inks, List<Alignment> alignments) {
        boolean first = alignments.isEmpty();
        List<StyledText> cells = new ArrayList<>();
        for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof TableCell cell) {
                cells.add(Inlines.of(cell, source, page, inks));
                if (first) {
                    alignments.add(cell.getAlignment() == null ? Alignment.LEFT : cell.getAlignment());
                }
            }
        }
        return new Line(cells, source.start(row), source.end(row));
    }

    /** As wide as their widest cell; where that is too much, the wide ones share what the narrow ones leave. */
    private static int[] widths(List<Line> lines, int count, PageLayout page, int available) {
        int[] natural = new int[count];
        for (Line line : lines) {
            for (int i = 0; i < Math.min(count, line.cells.size()); i++) {
                int widest = line.cells
                        .get(i)
                        .text()
                        .toString()
                        .lines()
                        .mapToInt(page::width)
                        .max()
                        .orElse(0);
                natural[i] = Math.max(natural[i], Math.max(1, widest));
            }
        }
        if (Arrays.stream(natural).sum() <= available) {
            return natural;
        }
        return shared(natural, available);
    }

    private static int[] shared(int[] natural, int available) {
        Integer[] byWidth = new Integer[natural.length];
        Arrays.setAll(byWidth, i -> i);
        Arrays.sort(byWidth, (a, b) -> Integer.compare(natural[a], natural[b]));
        int[] widths = new int[natural.length];
        int left = available;
        for (int i = 0; i < byWidth.length; i++) {
            widths[byWidth[i]] = Math.min(natural[byWidth[i]], left / (byWidth.length - i));
            left -= widths[byWidth[i]];
        }
        return widths;
    }

    private List<Row> grid(List<Line> lines, int[] widths, List<Alignment> alignments, PageLayout page) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            int end = i == 0 ? source.lineEnd(line.end + 1) : line.end;
            if (gone >= end) {
                continue;
            }
            gridRow(line, widths, alignments, page, i == 0 ? Row.INSEPARABLE : end, rows);
            if (i == 0) {
                rows.add(new Row(List.of(drawn(rule(widths), line.start)), end));
            }
        }
        return rows;
    }

    private static String rule(int[] widths) {
        return String.join(CROSSING, Arrays.stream(widths).mapToObj("─"::repeat).toList());
    }

    private static void gridRow(
            Line line, int[] widths, List<Alignment> alignments, PageLayout page, int end, List<Row> rows) {
        List<List<List<Span>>> cells = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            cells.add(i < line.cells.size() ? wrapped(line.cells.get(i), widths[i], page) : List.of());
        }
        int height = Math.max(1, cells.stream().mapToInt(List::size).max().orElse(1));
        for (int y = 0; y < height; y++) {
            List<Span> spans = new ArrayList<>();
            for (int i = 0; i < widths.length; i++) {
                List<Span> cell = y < cells.get(i).size() ? cells.get(i).get(y) : List.of();
                place(cell, widths[i], alignments.get(i), page, line.start, i == widths.length - 1, spans);
            }
            rows.add(new Row(spans, y == height - 1 ? end : Row.INSEPARABLE));
        }
    }

    private static void place(
            List<Span> cell,
            int width,
            Alignment alignment,
            PageLayout page,
            int start,
            boolean last,
            List<Span> spans) {
        int blank =
                width - cell.stream().mapToInt(span -> page.width(span.text())).sum();
        int left = alignment == Alignment.RIGHT ? blank : alignment == Alignment.CENTER ? blank / 2 : 0;
        if (left > 0) {
            spans.add(drawn(" ".repeat(left), start));
        }
        spans.addAll(cell);
        String after = last ? "" : " ".repeat(Math.max(0, blank - left)) + BETWEEN;
        if (!after.isEmpty()) {
            spans.add(drawn(after, start));
        }
    }

    private static List<List<Span>> wrapped(StyledText text, int columns, PageLayout page) {
        List<List<Span>> rows = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = LineBreaks.rowEnd(text.text(), from, columns, page.width());
            int to = end < 0 ? text.length() : end;
            int shown = to;
            while (shown > from && text.text().charAt(shown - 1) == ' ') {
                shown--;
            }
            rows.add(text.spans(from, shown));
            from = end < 0 ? to : LineBreaks.nextRowAt(text.text(), end);
        }
        return rows;
    }

    private List<Row> records(List<Line> lines, PageLayout page) {
        List<Row> rows = new ArrayList<>();
        Line head = lines.get(0);
        if (lines.size() == 1 && gone < head.end) {
            record(head, head, page, rows);
        }
        for (Line line : lines.subList(1, lines.size())) {
            if (gone < line.end) {
                record(head, line, page, rows);
            }
        }
        return rows;
    }

    private static void record(Line head, Line line, PageLayout page, List<Row> rows) {
        int count = rows.size();
        for (int i = 0; i < line.cells.size(); i++) {
            StyledText text = new StyledText();
            if (!line.equals(head) && i < head.cells.size()) {
                text.drawn(head.cells.get(i).text() + ": ", Set.of(SpanKind.STRONG), line.start);
            }
            wrapped(text.append(line.cells.get(i)), page.columns(), page)
                    .forEach(spans -> rows.add(new Row(spans, Row.INSEPARABLE)));
        }
        if (rows.size() > count) {
            rows.set(rows.size() - 1, new Row(rows.get(rows.size() - 1).spans(), line.end));
        }
    }

    private static Span drawn(String text, int source) {
        return new Span(text, Set.of(SpanKind.MARK), source, false);
    }
}
