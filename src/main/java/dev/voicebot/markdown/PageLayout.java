package dev.voicebot.markdown;

import java.util.function.IntUnaryOperator;

/**
 * What rows are laid out for.
 *
 * @param width the columns that a code point takes
 * @param medium who takes them in
 */
public record PageLayout(int columns, IntUnaryOperator width, Medium medium) {
    public PageLayout {
        if (columns < 1) {
            throw new IllegalArgumentException("columns must be at least 1, got " + columns);
        }
    }

    int width(CharSequence text) {
        return text.codePoints().map(width).sum();
    }

    PageLayout narrower(int by) {
        return new PageLayout(Math.max(1, columns - by), width, medium);
    }

    boolean marked() {
        return medium == Medium.MARKED;
    }

    boolean audible() {
        return medium == Medium.AUDIBLE;
    }
}
