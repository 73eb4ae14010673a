package dev.voicebot.repl;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** How the screen's kinds of text look; plain without colours. */
record Look(boolean colors) {
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    private static final String PROMPT = "› ";
    private static final String BESIDE_PROMPT = "  ";

    /** Columns before the user's own words. */
    static final int INDENT = PROMPT.length();

    AttributedString plain(String text) {
        return new AttributedString(text);
    }

    AttributedString dim(String text) {
        return styled(text, PLAIN.faint());
    }

    AttributedString notice(String text) {
        return styled(text, PLAIN.foreground(AttributedStyle.YELLOW));
    }

    AttributedString prompt() {
        return styled(PROMPT, PLAIN.foreground(AttributedStyle.CYAN));
    }

    /** A row of the user's own words, where they stay to be read. */
    AttributedString question(String row, boolean first) {
        return new AttributedStringBuilder()
                .append(first ? prompt() : plain(BESIDE_PROMPT))
                .append(styled(row, PLAIN.bold()))
                .toAttributedString();
    }

    private AttributedString styled(String text, AttributedStyle style) {
        return new AttributedString(text, colors ? style : PLAIN);
    }
}
