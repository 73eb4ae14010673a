package dev.voicebot.markdown;

import java.util.function.IntUnaryOperator;

/**
 * What rows are laid out for.
 *
 * @param width the columns that a code point takes
 * @param marked whether headings and code keep their marks, because nothing else would tell them from text
 */
public record PageLayout(int columns, IntUnaryOperator width, boolean marked) {
    public PageLayout {
        if (columns < 1) {
            throw new IllegalArgumentException("columns must be at least 1, got " + columns);
        }
    }

    int width(CharSequence text) {
        return text.codePoints().map(width).sum();
    }

    PageLayout narrower(int by) {
        return new PageLayout(Math.max(1, columns - by), width, marked);
    }
}
