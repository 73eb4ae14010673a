package dev.voicebot.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Markdown that is being written. Its rows can be let go from the top, once they are settled or when they have become
 * too many; what comes then goes on where they ended. One thread.
 */
public final class GrowingMarkdown {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
            .enabledBlockTypes(Set.of(
                    Heading.class,
                    FencedCodeBlock.class,
                    IndentedCodeBlock.class,
                    ThematicBreak.class,
                    ListBlock.class,
                    BlockQuote.class))
            .customInlineContentParserFactory(new Formulas())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    /** A line between bars, at the end of the text, perhaps with the beginning of the line below. */
    private static final Pattern HEAD = Pattern.compile("(?m)^[ \\t]*\\|[^\\n]*(?:\\n[ \\t]*[|:-][ \\t|:-]*|\\n)?\\z");

    private final StringBuilder text = new StringBuilder();
    private final TableWidths tableWidths = new TableWidths();
    private List<Integer> blocks = List.of(); // where the blocks of the last picture begin
    private int start; // of the first block of which something has not gone
    private int gone = -1;
    private boolean finished;

    /** More of the text; no control characters but line feeds. */
    public void append(String more) {
        text.append(more);
    }

    /** The text is whole. */
    public void finish() {
        finished = true;
    }

    public int length() {
        return text.length();
    }

    /** The rows that were not let go, as they look on {@code page}. */
    public Picture picture(PageLayout page) {
        Source source = new Source(text.substring(start, shownUntil()), start);
        Node document = PARSER.parse(source.text());
        blocks = starts(document, source);
        List<Row> rows = page.audible()
                ? new AudibleLayout(source, gone, page).rows(document)
                : new Layout(source, gone, tableWidths).rows(document, page);
        int until = finished ? Integer.MAX_VALUE : settledUntil(document, source, page);
        return new Picture(rows, settled(rows, until));
    }

    /** What may become the head of a table is shown when that is known: till then it would stand there as it is written. */
    private int shownUntil() {
        int lastLine = text.lastIndexOf("\n") + 1;
        Matcher head =
                HEAD.matcher(text).region(Math.max(start, text.lastIndexOf("\n", lastLine - 2) + 1), text.length());
        if (finished) {
            return text.length();
        }
        if (head.find() && !isTableRow(head.start())) {
            return head.start();
        }
        boolean isOneBar = lastLine >= start && text.substring(lastLine).strip().equals("|"); // no row of a table yet
        return isOneBar ? lastLine : text.length();
    }

    /** Whether a line of a table stands before a line that begins at {@code lineStart}. */
    private boolean isTableRow(int lineStart) {
        int before = text.lastIndexOf("\n", lineStart - 2) + 1;
        return lineStart > 0 && text.substring(before, lineStart).strip().startsWith("|");
    }

    private static List<Integer> starts(Node document, Source source) {
        List<Integer> starts = new ArrayList<>();
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            starts.add(source.start(block));
        }
        return starts;
    }

    private static int settled(List<Row> rows, int until) {
        int settled = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).separable() && rows.get(i).end() <= until) {
                settled = i + 1;
            } else if (rows.get(i).end() > until) {
                break;
            }
        }
        return settled;
    }

    /**
     * Only the last block, and in it only the last block, may still change; and a line that has not ended may turn out to
     * belong to the block before it.
     */
    private static int settledUntil(Node document, Source source, PageLayout page) {
        int lastLine = source.lastLine();
        Optional<Node> open = openBlock(document, source, lastLine);
        if (open.isEmpty()) {
            return source.base();
        }
        Node leaf = open.get();
        if (leaf instanceof FencedCodeBlock || (page.audible() && endsWithItsLine(leaf, source))) {
            return lastLine;
        }
        if (leaf instanceof TableBlock && source.lineEnd(source.start(leaf)) + 1 == lastLine) {
            return source.start(beforeTable(leaf));
        }
        boolean ends = leaf instanceof Paragraph || leaf instanceof Heading || leaf instanceof TableBlock;
        return ends && source.isBlankBefore(lastLine) ? lastLine : source.start(leaf);
    }

    /** What no later line can change, where the widths of columns and blank rows do not count. */
    private static boolean endsWithItsLine(Node leaf, Source source) {
        return leaf instanceof TableBlock
                || (leaf instanceof Heading && source.text().startsWith("#", source.start(leaf) - source.base()));
    }

    /** The line below its head may still turn out to be text, and then both belong to the paragraph before it. */
    private static Node beforeTable(Node table) {
        Node before = table.getPrevious();
        return before instanceof Paragraph ? before : table;
    }

    /** The innermost of the blocks that began last before {@code lastLine}. */
    private static Optional<Node> openBlock(Node document, Source source, int lastLine) {
        Optional<Node> open = Optional.empty();
        Node node = document.getLastChild();
        while (node instanceof Block) {
            if (source.start(node) >= lastLine) {
                node = node.getPrevious();
            } else {
                open = Optional.of(node);
                node = node instanceof TableBlock ? null : node.getLastChild();
            }
        }
        return open;
    }

    /** Lets the first rows of the last picture go: pictures begin after them from now on. */
    public void letGo(Picture picture, int count) {
        int rows = picture.separable(count);
        if (rows == 0) {
            return;
        }
        int end = picture.rows().get(rows - 1).end();
        gone = Math.max(gone, end == Row.INSEPARABLE ? text.length() : end);
        for (int block : blocks) {
            if (block <= gone) {
                start = block;
            }
        }
    }
}
