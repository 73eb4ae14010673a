package dev.voicebot.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands before the rows of a list's item or a quote: one thing before its first row, another before the rest. */
final class Margin {
    private final @Nullable Margin outer;
    private final String first;
    private final String rest;
    private final int source;
    private boolean used;

    Margin(@Nullable Margin outer, String first, String rest, int source, boolean used) {
        this.outer = outer;
        this.first = first;
        this.rest = rest;
        this.source = source;
        this.used = used;
    }

    /** Before the next row. */
    List<Span> next() {
        List<Span> spans = outer == null ? new ArrayList<>() : outer.next();
        String own = used ? rest : first;
        used = true;
        if (!own.isEmpty()) {
            spans.add(new Span(own, Set.of(SpanKind.MARK), source, false));
        }
        return spans;
    }

    /** Before a blank row, which uses no bullet up. */
    List<Span> blank() {
        List<Span> spans = outer == null ? new ArrayList<>() : outer.blank();
        if (!rest.isBlank()) {
            spans.add(new Span(rest.stripTrailing(), Set.of(SpanKind.MARK), source, false));
        }
        return spans;
    }
}
