package dev.voicebot.screen;

import dev.voicebot.markdown.GrowingMarkdown;
import dev.voicebot.markdown.Medium;
import dev.voicebot.markdown.PageLayout;
import dev.voicebot.markdown.Picture;
import dev.voicebot.markdown.Row;
import dev.voicebot.terminal.SubstituteCharacters;
import dev.voicebot.terminal.TextColumns;
import dev.voicebot.terminal.TextStyles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;

/**
 * A reply as its Markdown means it. While it is spoken, rows wait below for their words to be heard, as long as there is
 * room: what was heard is bright, the rest dim. When the voice is behind what has gone above, its row is shown again.
 */
final class RenderedText implements ReplyText {
    private static final int SILENT = -1;

    private static final String EVERY_KIND =
            "# a\n\nb **c** *d* `e` ~~f~~ [g](h)\n\n- i\n\n1. j\n\n> k\n\n| l |\n|---|\n| m |\n\n```java\nint n = 1; // o\n```\n";

    private final GrowingMarkdown markdown = new GrowingMarkdown();
    private final TextStyles styles;
    private final Medium medium;
    private final List<Row> gone = new ArrayList<>(); // the voice may be behind, or go back
    private Picture picture = new Picture(List.of(), 0);
    private int drawnColumns;
    private boolean changed = true;
    private boolean waits;
    private boolean finished;
    private boolean silenced; // in the middle of what it says
    private int heard = SILENT;

    /** {@code waits}: whether rows wait to be heard. */
    RenderedText(TextStyles styles, boolean waits) {
        this(styles, styles.colors() ? Medium.STYLED : Medium.MARKED, waits);
    }

    private RenderedText(TextStyles styles, Medium medium, boolean waits) {
        this.styles = styles;
        this.medium = medium;
        this.waits = waits;
    }

    /** For a screen reader. */
    static RenderedText audible(TextStyles styles) {
        return new RenderedText(styles, Medium.AUDIBLE, false);
    }

    /** Loads what the first word of a reply would wait for; on a thread that nobody waits for. */
    static void warmUp(TextStyles styles) {
        RenderedText text = new RenderedText(styles, true);
        text.append(EVERY_KIND);
        text.heard(1);
        text.frame(80, 5).open().forEach(SubstituteCharacters.SHARED::encode);
    }

    @Override
    public void append(String text) {
        markdown.append(text);
        changed = true;
    }

    @Override
    public void finish() {
        markdown.finish();
        finished = true;
        changed = true;
    }

    @Override
    public void heard(int characters) {
        heard = characters;
    }

    @Override
    public void silence() {
        silenced = heard != SILENT;
    }

    @Override
    public void letGo() {
        waits = false;
    }

    @Override
    public boolean isOpen() {
        return !finished ? markdown.length() > 0 : waits && !picture.rows().isEmpty();
    }

    @Override
    public Frame frame(int columns, int limit) {
        layOut(columns);
        int leaving = picture.separable(leaving(limit));
        List<Row> above = picture.rows().subList(0, leaving);
        List<AttributedString> goneNow = above.stream()
                .map(row -> styles.row(row, silenced ? heard : TextStyles.ALL_HEARD))
                .toList();
        gone.addAll(above);
        if (leaving > 0) {
            markdown.letGo(picture, leaving);
            changed = true;
            layOut(columns);
        }
        return new Frame(goneNow, open(columns));
    }

    private void layOut(int columns) {
        if (changed || columns != drawnColumns) {
            picture = markdown.picture(new PageLayout(columns, TextColumns::width, medium));
            drawnColumns = columns;
            changed = false;
        }
    }

    private int leaving(int limit) {
        int ready = waits ? heardRows() : picture.settled();
        int surplus = picture.rows().size() - limit;
        return Math.max(ready, Math.min(surplus, picture.rows().size() - 1));
    }

    private int heardRows() {
        int rows = 0;
        for (int i = 0; i < picture.settled() && picture.rows().get(i).end() <= heard; i++) {
            rows = picture.rows().get(i).end() == Row.INSEPARABLE ? rows : i + 1;
        }
        return rows;
    }

    private List<AttributedString> open(int columns) {
        int bright = heard == SILENT || !waits ? TextStyles.ALL_HEARD : heard;
        List<AttributedString> rows = new ArrayList<>();
        picture.rows().forEach(row -> rows.add(styles.row(row, bright)));
        beingSpoken().ifPresent(row -> rows.add(styles.spokenRow(row, heard, columns)));
        return rows;
    }

    /** The row that the voice is in, when that row has gone. */
    private Optional<Row> beingSpoken() {
        if (heard == SILENT) {
            return Optional.empty();
        }
        return gone.stream()
                .filter(row -> row.end() > heard && !row.text().isBlank())
                .findFirst();
    }
}
