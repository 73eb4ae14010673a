package dev.voicebot.markdown;

import static dev.voicebot.text.Messages.tr;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** The words inside of a block. */
final class Inlines extends AbstractVisitor {
    private static final String CODE_MARK = "`";

    private final Source source;
    private final PageLayout page;
    private final StyledText out = new StyledText();
    private Set<SpanKind> inks;
    private int reached;

    private Inlines(Source source, PageLayout page, Set<SpanKind> inks, int start) {
        this.source = source;
        this.page = page;
        this.inks = inks;
        this.reached = start;
    }

    static StyledText of(Node block, Source source, PageLayout page, Set<SpanKind> inks) {
        Inlines inlines = new Inlines(source, page, inks, source.start(block));
        inlines.visitChildren(block);
        return inlines.out;
    }

    @Override
    public void visit(Text text) {
        written(text, text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        Set<SpanKind> outer = with(SpanKind.CODE);
        mark(page.marked() ? CODE_MARK : "");
        written(code, code.getLiteral());
        mark(page.marked() ? CODE_MARK : "");
        inks = outer;
        reached = Math.max(reached, source.end(code));
    }

    @Override
    public void visit(HtmlInline html) {
        String tag = html.getLiteral().toLowerCase(Locale.ROOT);
        if (tag.startsWith("<br") && !tag.startsWith("<br-")) {
            out.drawn("\n", inks, source.start(html));
        } else {
            written(html, html.getLiteral());
        }
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        out.drawn("\n", inks, reached); // models mean their line feeds
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        out.drawn("\n", inks, reached);
    }

    @Override
    public void visit(Emphasis emphasis) {
        inside(emphasis, SpanKind.EMPHASIS);
    }

    @Override
    public void visit(StrongEmphasis strong) {
        inside(strong, SpanKind.STRONG);
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof Strikethrough) {
            inside(node, SpanKind.STRUCK);
        } else {
            visitChildren(node);
        }
    }

    @Override
    public void visit(Link link) {
        linked(link, link.getDestination());
    }

    @Override
    public void visit(Image image) {
        if (page.audible()) {
            mark(tr("Image: "));
        }
        linked(image, image.getDestination());
    }

    private void linked(Node link, String address) {
        int before = out.length();
        inside(link, SpanKind.LINK);
        String words = out.text().subSequence(before, out.length()).toString();
        boolean heard = page.audible() && !words.isEmpty();
        if (!heard && !address.isEmpty() && !address.equals(words) && !address.equals("mailto:" + words)) {
            Set<SpanKind> outer = with(SpanKind.ADDRESS);
            mark((words.isEmpty() ? "" : " ") + "(" + address + ")");
            inks = outer;
        }
        reached = Math.max(reached, source.end(link));
    }

    private void inside(Node node, SpanKind ink) {
        Set<SpanKind> outer = with(ink);
        visitChildren(node);
        inks = outer;
        reached = Math.max(reached, source.end(node));
    }

    /** Returns what was there before. */
    private Set<SpanKind> with(SpanKind ink) {
        Set<SpanKind> outer = inks;
        inks = and(outer, ink);
        return outer;
    }

    static Set<SpanKind> and(Set<SpanKind> inks, SpanKind ink) {
        EnumSet<SpanKind> both = EnumSet.of(ink);
        both.addAll(inks);
        return Set.copyOf(both);
    }

    private void mark(String drawn) {
        out.drawn(drawn, inks, Math.max(0, reached - 1));
    }

    private void written(Node node, String shown) {
        List<SourceSpan> spans = node.getSourceSpans();
        int at = spans.isEmpty() ? reached : source.start(node);
        int end = spans.isEmpty() ? reached : source.end(node);
        for (int i = 0; i < shown.length(); i++) {
            at = source.placeOf(shown.charAt(i), at, end);
            out.add(shown.charAt(i), inks, at);
            at = Math.min(at + 1, Math.max(reached, end - 1));
        }
        reached = Math.max(reached, end);
    }
}
