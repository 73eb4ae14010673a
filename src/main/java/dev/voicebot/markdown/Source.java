package dev.voicebot.markdown;

import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/**
 * The text that was parsed, and where nodes stand in the whole.
 *
 * @param base where the parsed text begins in the whole
 */
record Source(String text, int base) {
    int start(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return node.getParent() == null ? base : start(node.getParent());
        }
        return base + spans.get(0).getInputIndex();
    }

    int end(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return node.getParent() == null ? base + text.length() : end(node.getParent());
        }
        SourceSpan last = spans.get(spans.size() - 1);
        return base + last.getInputIndex() + last.getLength();
    }

    int end() {
        return base + text.length();
    }

    /** Where the line begins that has not ended. */
    int lastLine() {
        return base + text.lastIndexOf('\n') + 1;
    }

    /** Whether a blank line stands before a line that begins at {@code lineStart}. */
    boolean isBlankBefore(int lineStart) {
        int end = lineStart - base;
        int before = end < 2 ? -1 : text.lastIndexOf('\n', end - 2);
        return before >= 0 && text.substring(before, end).isBlank();
    }

    /** Where {@code c} stands between two places: itself, escaped, or as an entity; the first place if nowhere near. */
    int placeOf(char c, int from, int to) {
        int local = from - base;
        if (from >= to || local >= text.length() || text.charAt(local) == c) {
            return from;
        }
        if (text.charAt(local) == '&') {
            int end = text.indexOf(';', local);
            return end >= 0 && base + end < to ? base + end : from;
        }
        int found = text.indexOf(c, local);
        return found >= 0 && found - local <= 3 && base + found < to ? base + found : from;
    }

    /** Where the line feed of the line at {@code from} stands; the text's end for the last line. */
    int lineEnd(int from) {
        int found = text.indexOf('\n', Math.max(0, from - base));
        return found < 0 ? end() : base + found;
    }
}
