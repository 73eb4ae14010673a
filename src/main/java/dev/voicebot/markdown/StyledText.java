package dev.voicebot.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Text of which each character knows how it looks and where it stands in the source. One thread. */
final class StyledText {
    private final StringBuilder text = new StringBuilder();
    private final List<Set<SpanKind>> inks = new ArrayList<>();
    private int[] sources = new int[64];

    /** Text that stands in the source from {@code source} on, character by character. */
    StyledText written(CharSequence written, Set<SpanKind> ink, int source) {
        for (int i = 0; i < written.length(); i++) {
            add(written.charAt(i), ink, source + i);
        }
        return this;
    }

    /** Text that does not stand in the source; it belongs to one place there. */
    StyledText drawn(CharSequence drawn, Set<SpanKind> ink, int source) {
        for (int i = 0; i < drawn.length(); i++) {
            add(drawn.charAt(i), ink, source);
        }
        return this;
    }

    void add(char c, Set<SpanKind> ink, int source) {
        if (text.length() == sources.length) {
            sources = Arrays.copyOf(sources, 2 * sources.length);
        }
        sources[text.length()] = source;
        text.append(c);
        inks.add(ink);
    }

    StyledText append(StyledText other) {
        return appendFrom(other, 0);
    }

    /** The rest of {@code other} from an index on. */
    StyledText appendFrom(StyledText other, int from) {
        for (int i = from; i < other.length(); i++) {
            add(other.text.charAt(i), other.inks.get(i), other.sources[i]);
        }
        return this;
    }

    CharSequence text() {
        return text;
    }

    int length() {
        return text.length();
    }

    int source(int index) {
        return sources[index];
    }

    /** The first index whose source is not before {@code source}, blanks after a cut left out. */
    int firstAt(int source) {
        int index = 0;
        while (index < length() && sources[index] < source) {
            index++;
        }
        while (index > 0 && index < length() && text.charAt(index) == ' ') {
            index++;
        }
        return index;
    }

    /** The characters from {@code from} to before {@code to} as spans of one look each. */
    List<Span> spans(int from, int to) {
        List<Span> spans = new ArrayList<>();
        int begin = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to || !continues(begin, i)) {
                spans.add(new Span(
                        text.substring(begin, i),
                        inks.get(begin),
                        sources[begin],
                        i - begin == 1 || sources[i - 1] == sources[begin] + i - 1 - begin));
                begin = i;
            }
        }
        return spans;
    }

    private boolean continues(int begin, int index) {
        int step = sources[begin + 1] - sources[begin];
        return inks.get(index).equals(inks.get(begin))
                && (step == 0 || step == 1)
                && sources[index] == sources[index - 1] + step;
    }
}
