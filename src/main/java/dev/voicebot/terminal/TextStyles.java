package dev.voicebot.terminal;

import dev.voicebot.config.Theme;
import dev.voicebot.markdown.Row;
import dev.voicebot.markdown.Span;
import dev.voicebot.markdown.SpanKind;
import java.util.Set;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** How the screen's kinds of text look; plain without colours. All colours of the program are here. */
public record TextStyles(Theme theme) {
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    private static final String PROMPT = "› ";
    private static final String SPOKEN = "▸ ";
    private static final String BESIDE_PROMPT = "  ";

    /** Columns before the user's own words. */
    public static final int INDENT = PROMPT.length();

    /** Nothing of a row is still to be heard. */
    public static final int ALL_HEARD = Integer.MAX_VALUE;

    public TextStyles(boolean colors) {
        this(colors ? Theme.DARK : Theme.NONE);
    }

    public boolean colors() {
        return theme != Theme.NONE;
    }

    private Palette palette() {
        return Palette.of(theme);
    }

    public AttributedString plain(String text) {
        return new AttributedString(text);
    }

    public AttributedString dim(String text) {
        return styled(text, palette().faint(PLAIN));
    }

    public AttributedString notice(String text) {
        return styled(text, PLAIN.foreground(palette().notice()));
    }

    /** Above a list of the program's own. */
    public AttributedString heading(String text) {
        return styled(text, style(Set.of(SpanKind.HEADING)));
    }

    public AttributedString prompt() {
        return styled(PROMPT, PLAIN.foreground(palette().accent()));
    }

    /** A row of the user's own words, where they stay to be read. */
    public AttributedString question(String row, boolean first) {
        return new AttributedStringBuilder()
                .append(first ? prompt() : plain(BESIDE_PROMPT))
                .append(styled(row, PLAIN.bold()))
                .toAttributedString();
    }

    /** A row of a reply; what stands in its source at {@code heard} or later is dim. */
    public AttributedString row(Row row, int heard) {
        AttributedStringBuilder styles = new AttributedStringBuilder();
        for (Span span : row.spans()) {
            int bright = brightCharacters(span, heard);
            AttributedStyle style = style(span.inks());
            styles.append(styled(span.text().substring(0, bright), style));
            styles.append(styled(span.text().substring(bright), faint(style)));
        }
        return styles.toAttributedString();
    }

    /** The same row once more, below, while its words are heard. */
    public AttributedString spokenRow(Row row, int heard, int columns) {
        AttributedString words = row(row, heard);
        return new AttributedStringBuilder()
                .append(styled(SPOKEN, PLAIN.foreground(palette().accent())))
                .append(words.subSequence(
                        0,
                        TextColumns.start(words.toString(), columns - SPOKEN.length())
                                .length()))
                .toAttributedString();
    }

    private static int brightCharacters(Span span, int heard) {
        int before = heard - span.from();
        if (before <= 0) {
            return 0;
        }
        return span.written()
                ? Math.min(before, span.text().length())
                : span.text().length();
    }

    /** Not bold as well: one code ends both, and JLine does not begin the other again. */
    private AttributedStyle faint(AttributedStyle style) {
        return palette().faint(style.boldDefault());
    }

    private AttributedStyle style(Set<SpanKind> inks) {
        AttributedStyle style = PLAIN;
        for (SpanKind ink : SpanKind.values()) { // the last colour counts
            style = inks.contains(ink) ? with(style, ink) : style;
        }
        return style;
    }

    private AttributedStyle with(AttributedStyle style, SpanKind ink) {
        return switch (ink) {
            case HEADING -> style.bold().foreground(palette().accent());
            case STRONG -> style.bold();
            case EMPHASIS, QUOTE -> style.italic();
            case STRUCK -> style.crossedOut();
            case LINK -> style.underline();
            case ADDRESS, MARK, COMMENT -> faint(style);
            case CODE -> style.foreground(palette().code());
            case KEYWORD -> style.foreground(palette().keyword());
            case LITERAL -> style.foreground(palette().literal());
            case NUMBER -> style.foreground(palette().number());
        };
    }

    private AttributedString styled(String text, AttributedStyle style) {
        return new AttributedString(text, colors() ? style : PLAIN);
    }
}
