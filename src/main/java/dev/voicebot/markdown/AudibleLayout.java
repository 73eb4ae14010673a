package dev.voicebot.markdown;

import static dev.voicebot.text.Messages.tr;
import static dev.voicebot.text.Messages.trn;

import dev.voicebot.language.EastAsian;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/**
 * Blocks as a screen reader says them: a row for each, however long, in which words take the place of marks. What stands
 * in the source before {@code gone} has been let go and is left out.
 */
final class AudibleLayout {
    private static final Pattern UNENDED = Pattern.compile(".*[\\p{L}\\p{N})\\]）】》”\"'%]");

    private final Source source;
    private final int gone;
    private final PageLayout page;
    private final List<Row> rows = new ArrayList<>();

    AudibleLayout(Source source, int gone, PageLayout page) {
        this.source = source;
        this.gone = gone;
        this.page = page;
    }

    List<Row> rows(Node document) {
        children(document, 0);
        return rows;
    }

    private void children(Node parent, int depth) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node, depth);
        }
    }

    private void block(Node node, int depth) {
        if (node instanceof Heading heading) {
            add(tr("Heading level %d: %s", heading.getLevel(), words(heading)), source.end(heading));
        } else if (node instanceof ListBlock list) {
            list(list, depth + 1);
        } else if (node instanceof BlockQuote quote) {
            quote(quote, depth);
        } else if (node instanceof FencedCodeBlock code) {
            fenced(code);
        } else if (node instanceof IndentedCodeBlock code) {
            add(tr("Code:"), source.start(code) + 1);
            lines(code.getLiteral(), source.start(code));
            add(tr("End of code."), source.end(code) + 1);
        } else if (node instanceof ThematicBreak) {
            add(tr("Separator."), source.end(node));
        } else if (node instanceof TableBlock table) {
            table(table);
        } else if (node instanceof Paragraph) {
            paragraph(Tasks.words(node, Inlines.of(node, source, page, Set.of())), "", source.end(node), false);
        } else {
            children(node, depth);
        }
    }

    private String words(Node node) {
        return Inlines.of(node, source, page, Set.of()).text().toString().replace('\n', ' ');
    }

    /** A row for each of its lines, the first after {@code before}. */
    private void paragraph(StyledText text, String before, int end, boolean isItem) {
        String all = text.text().toString();
        String prefix = before;
        for (int from = 0; from <= all.length(); ) {
            int lineEnd = all.indexOf('\n', from);
            int to = lineEnd < 0 ? all.length() : lineEnd;
            String line = prefix + all.substring(from, to).strip();
            int lineSource = to > from ? text.source(to - 1) + 1 : end;
            if (!line.isBlank()) {
                add(isItem && lineEnd < 0 ? sentence(line) : line, lineEnd < 0 ? end : Math.min(end, lineSource));
            }
            prefix = "";
            from = to + 1;
        }
    }

    /** With a full stop where nothing ends it. */
    private static String sentence(String words) {
        if (!UNENDED.matcher(words).matches()) {
            return words;
        }
        return words + (EastAsian.isHan(words.codePointBefore(words.length())) ? "。" : ".");
    }

    private void quote(BlockQuote quote, int depth) {
        add(tr("Quote:"), source.start(quote) + 1);
        children(quote, depth);
        if (quote.getNext() != null) {
            add(tr("End of quote."), source.end(quote) + 1);
        }
    }

    private void list(ListBlock list, int depth) {
        Integer start = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : null;
        int number = start == null ? 1 : start;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext(), number++) {
            String mark = list instanceof OrderedList ? number + ". " : "";
            item(item, (depth > 1 ? tr("Level %d: ", depth) : "") + mark + task(item), depth);
        }
    }

    private static String task(Node item) {
        return switch (Tasks.state(item)) {
            case NONE -> "";
            case OPEN -> tr("To do: ");
            case DONE -> tr("Done: ");
        };
    }

    private void item(Node item, String before, int depth) {
        Node first = item.getFirstChild();
        if (!(first instanceof Paragraph)) {
            if (!before.isEmpty()) {
                add(before.strip(), source.start(item) + 1);
            }
            children(item, depth);
            return;
        }
        StyledText words = Tasks.words(first, Inlines.of(first, source, page, Set.of()));
        paragraph(words, before, source.end(first), true);
        for (Node node = first.getNext(); node != null; node = node.getNext()) {
            block(node, depth);
        }
    }

    private void fenced(FencedCodeBlock code) {
        int begin = Math.min(source.lineEnd(source.start(code)) + 1, source.end());
        String info = code.getInfo() == null ? "" : code.getInfo().strip().split("\\s+", 2)[0];
        add(info.isEmpty() ? tr("Code:") : tr("Code, %s:", info), begin);
        lines(code.getLiteral(), begin);
        if (code.getClosingFenceLength() != null || code.getNext() != null) {
            add(tr("End of code."), source.end(code));
        }
    }

    /** Code as it is written. */
    private void lines(String code, int begin) {
        int at = begin;
        for (String line : code.lines().toList()) {
            int end = source.lineEnd(at) + 1;
            add(line, Math.min(end, source.end()));
            at = end;
        }
    }

    /** Each cell after the name of its column. */
    private void table(TableBlock table) {
        List<String> names = List.of();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow && names.isEmpty()) {
                    names = cells(row);
                    add(head(names), source.end(row));
                } else if (row instanceof TableRow) {
                    add(cells(names, cells(row)), source.end(row));
                }
            }
        }
    }

    private static String head(List<String> names) {
        List<String> said = names.stream().map(AudibleLayout::orBlank).toList();
        return trn("Table, %d column: %s", "Table, %d columns: %s", said.size(), said.size(), joined(said));
    }

    private static String orBlank(String cell) {
        return cell.isBlank() ? tr("blank") : cell;
    }

    private static String cells(List<String> names, List<String> cells) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String name = i < names.size() ? names.get(i) : "";
            String cell = orBlank(cells.get(i));
            said.add(name.isBlank() ? cell : tr("%s: %s", name, cell));
        }
        return joined(said);
    }

    private static String joined(List<String> parts) {
        return tr("%s.", String.join(tr("; "), parts));
    }

    private List<String> cells(Node row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(words(cell));
        }
        return cells;
    }

    private void add(String text, int end) {
        if (gone < end) {
            rows.add(new Row(List.of(new Span(text, Set.of(), Math.max(0, end - 1), false)), end));
        }
    }
}
