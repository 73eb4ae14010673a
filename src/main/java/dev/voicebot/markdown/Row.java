package dev.voicebot.markdown;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One row of the screen.
 *
 * @param end how much of the source is shown up to here; {@link #INSEPARABLE} when the row cannot go without the next
 */
public record Row(List<Span> spans, int end) {
    public static final int INSEPARABLE = -1;

    public Row {
        spans = List.copyOf(spans);
    }

    boolean separable() {
        return end != INSEPARABLE;
    }

    /** Its characters alone. */
    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
