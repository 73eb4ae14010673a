package dev.voicebot.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/** Blocks as rows. What stands in the source before {@code gone} has been let go and is left out. */
final class Layout {
    private static final List<String> BULLETS = List.of("• ", "◦ ", "▪ ");
    private static final String QUOTE = "│ ";
    private static final String CODE_INDENT = "  ";

    /** Indentation ends where rows would become narrower than this. */
    private static final int NARROWEST = 8;

    /** Bullets and numbers end where not even this is left. */
    private static final int LEAST = 3;

    private final Source source;
    private final int gone;
    private final TableWidths tableWidths;
    private final List<Row> rows = new ArrayList<>();

    Layout(Source source, int gone, TableWidths tableWidths) {
        this.source = source;
        this.gone = gone;
        this.tableWidths = tableWidths;
    }

    List<Row> rows(Node document, PageLayout page) {
        children(document, null, page, Set.of(), 0);
        return rows;
    }

    private void children(Node parent, @Nullable Margin margin, PageLayout page, Set<SpanKind> inks, int depth) {
        boolean separate = parent.getParent() == null && gone >= 0;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (separate && !(node instanceof LinkReferenceDefinition)) {
                separate(node, margin);
            }
            separate = !(node.getNext() instanceof ListBlock && parent instanceof ListItem);
            block(node, margin, page, inks, depth);
        }
    }

    private void separate(Node node, @Nullable Margin margin) {
        int start = source.start(node);
        if (gone < start) {
            rows.add(new Row(margin == null ? List.of() : margin.blank(), start));
        }
    }

    private void block(Node node, @Nullable Margin margin, PageLayout page, Set<SpanKind> inks, int depth) {
        if (node instanceof Heading heading) {
            heading(heading, margin, page, inks);
        } else if (node instanceof ListBlock list) {
            list(list, margin, page, inks, depth);
        } else if (node instanceof BlockQuote quote) {
            quote(quote, margin, page, inks, depth);
        } else if (node instanceof FencedCodeBlock code) {
            code(code, margin, page);
        } else if (node instanceof IndentedCodeBlock code) {
            code(code.getLiteral(), "", source.start(node), margin, page);
        } else if (node instanceof ThematicBreak) {
            drawn("─".repeat(page.columns()), source.start(node), source.end(node), margin);
        } else if (node instanceof TableBlock table) {
            new TableLayout(source, gone, tableWidths)
                    .rows(table, page, inks)
                    .forEach(row -> add(row.spans(), row.end(), margin));
        } else if (node instanceof Paragraph) {
            wrap(Tasks.words(node, Inlines.of(node, source, page, inks)), margin, page);
        } else {
            children(node, margin, page, inks, depth);
        }
    }

    private void heading(Heading heading, @Nullable Margin margin, PageLayout page, Set<SpanKind> inks) {
        StyledText text = new StyledText();
        if (page.marked()) {
            text.drawn("#".repeat(heading.getLevel()) + " ", Set.of(SpanKind.HEADING), source.start(heading));
        }
        wrap(text.append(Inlines.of(heading, source, page, Inlines.and(inks, SpanKind.HEADING))), margin, page);
    }

    private void quote(BlockQuote quote, @Nullable Margin margin, PageLayout page, Set<SpanKind> inks, int depth) {
        boolean fits = page.columns() - QUOTE.length() >= NARROWEST;
        String bar = fits ? QUOTE : "";
        Margin inner = new Margin(margin, bar, bar, source.start(quote), false);
        children(quote, inner, page.narrower(bar.length()), Inlines.and(inks, SpanKind.QUOTE), depth);
    }

    private void list(ListBlock list, @Nullable Margin margin, PageLayout page, Set<SpanKind> inks, int depth) {
        Integer start = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : null;
        int number = start == null ? 1 : start;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext(), number++) {
            String mark = list instanceof BulletList ? BULLETS.get(depth % BULLETS.size()) : number + ". ";
            item(item, Tasks.mark(item).orElse(mark), margin, page, inks, depth + 1);
        }
    }

    private void item(Node item, String mark, @Nullable Margin margin, PageLayout page, Set<SpanKind> inks, int depth) {
        int start = source.start(item);
        int left = page.columns() - mark.length();
        String first = left >= LEAST ? mark : "";
        String rest = left >= NARROWEST ? " ".repeat(mark.length()) : "";
        Margin inner = new Margin(margin, first, rest, start, gone > start);
        if (item.getFirstChild() == null) {
            drawn("", start, source.end(item), inner);
        }
        children(item, inner, page.narrower(first.length()), inks, depth);
    }

    private void drawn(String text, int start, int end, @Nullable Margin margin) {
        if (gone < end) {
            List<Span> spans =
                    text.isEmpty() ? List.of() : List.of(new Span(text, Set.of(SpanKind.MARK), start, false));
            add(spans, end, margin);
        }
    }

    private void code(FencedCodeBlock block, @Nullable Margin margin, PageLayout page) {
        code(block.getLiteral(), block.getInfo(), source.lineEnd(source.start(block)) + 1, margin, page);
    }

    private void code(String code, @Nullable String language, int begin, @Nullable Margin margin, PageLayout page) {
        String indent = page.columns() - CODE_INDENT.length() >= NARROWEST ? CODE_INDENT : "";
        Margin inner = new Margin(margin, indent, indent, begin, false);
        CodeColors colors = CodeColors.of(language == null ? "" : language);
        int at = begin;
        for (String line : code.lines().toList()) {
            int lineEnd = source.lineEnd(at);
            StyledText colored = colors.next(line, Math.max(at, lineEnd - line.length()));
            if (gone <= lineEnd) {
                codeLine(colored, Math.min(lineEnd + 1, source.end()), inner, page.narrower(indent.length()));
            }
            at = lineEnd + 1;
        }
    }

    /** Code breaks where the screen ends: a word more or less on a row would change what it says. */
    private void codeLine(StyledText line, int lineEnd, Margin margin, PageLayout page) {
        int from = line.firstAt(gone);
        int width = 0;
        for (int i = from; i < line.length(); ) {
            int c = Character.codePointAt(line.text(), i);
            width += page.width().applyAsInt(c);
            if (width > page.columns() && i > from) {
                add(line.spans(from, i), line.source(i), margin);
                from = i;
                width = page.width().applyAsInt(c);
            }
            i += Character.charCount(c);
        }
        add(line.spans(from, line.length()), lineEnd, margin);
    }

    private void wrap(StyledText text, @Nullable Margin margin, PageLayout page) {
        int from = text.firstAt(gone);
        while (from < text.length()) {
            int end = LineBreaks.rowEnd(text.text(), from, page.columns(), page.width());
            int to = end < 0 ? text.length() : end;
            int shown = to;
            while (shown > from && text.text().charAt(shown - 1) == ' ') {
                shown--;
            }
            add(text.spans(from, shown), text.source(Math.max(from, shown - 1)) + 1, margin);
            from = end < 0 ? to : LineBreaks.nextRowAt(text.text(), end);
        }
    }

    private void add(List<Span> spans, int end, @Nullable Margin margin) {
        if (margin == null) {
            rows.add(new Row(spans, end));
            return;
        }
        List<Span> all = margin.next();
        all.addAll(spans);
        rows.add(new Row(all, end));
    }
}
