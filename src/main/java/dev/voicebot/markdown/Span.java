package dev.voicebot.markdown;

import java.util.Set;

/**
 * A piece of a row.
 *
 * @param from where its first character stands in the source; what was drawn, not written, stands where its block begins
 * @param written whether its characters stand in the source one after the other from there
 */
public record Span(String text, Set<SpanKind> inks, int from, boolean written) {
    public Span {
        inks = Set.copyOf(inks);
        if (from < 0) {
            throw new IllegalArgumentException("from must not be negative, got " + from);
        }
    }
}
