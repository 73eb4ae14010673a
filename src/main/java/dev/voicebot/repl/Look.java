package dev.voicebot.repl;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** How the screen's kinds of text look; plain without colours. */
record Look(boolean colors) {
    static final String PROMPT = "› ";

    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;

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

    /** The user's own words, where they stay to be read. */
    AttributedString question(String text) {
        return new AttributedStringBuilder()
                .append(prompt())
                .append(styled(text.replace("\n", "\n  "), PLAIN.bold()))
                .toAttributedString();
    }

    private AttributedString styled(String text, AttributedStyle style) {
        return new AttributedString(text, colors ? style : PLAIN);
    }
}
