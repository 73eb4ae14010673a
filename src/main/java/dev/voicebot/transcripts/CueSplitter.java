package dev.voicebot.transcripts;

import dev.voicebot.recognition.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a sentence into cues that can be read: two lines of at most 42 Latin or 16 Chinese characters, about seven
 * seconds; where it can, after a punctuation mark, else between words.
 */
final class CueSplitter {
    private static final Duration LONGEST = Duration.ofSeconds(7);
    private static final int LINES = 2;

    private final String text;
    private final TextTimes times;
    private final List<TextUnit> units;

    private CueSplitter(String text, TextTimes times) {
        this.text = text;
        this.times = times;
        this.units = TextUnit.of(text);
    }

    /** In order; none for a sentence without text. */
    static List<Cue> split(Sentence sentence) {
        String text = OneLine.of(sentence.text());
        return text.isEmpty() ? List.of() : new CueSplitter(text, TextTimes.of(text, sentence)).cues();
    }

    private List<Cue> cues() {
        List<Cue> cues = new ArrayList<>();
        for (int first = 0; first < units.size(); ) {
            int next = cut(first);
            cues.add(cue(first, next));
            first = next;
        }
        return cues;
    }

    /** Where the cue that starts with unit {@code first} stops: as even as can be, better after a mark. */
    private int cut(int first) {
        int weight = weight(first, units.size());
        double cues = Math.max(
                Math.ceil((double) weight / (LINES * TextUnit.LINE)),
                Math.ceil((double) duration(first, units.size()).toMillis() / LONGEST.toMillis()));
        if (cues <= 1 && lines(first, units.size()).size() <= LINES) {
            return units.size();
        }
        double ideal = weight / Math.max(2, cues);
        int best = first + 1;
        double bestDistance = Double.MAX_VALUE;
        for (int next = first + 1; next < units.size() && fits(first, next); next++) {
            double distance = Math.abs(weight(first, next) - ideal)
                    - ideal * units.get(next - 1).ending().worth();
            if (distance <= bestDistance) {
                bestDistance = distance;
                best = next;
            }
        }
        return best;
    }

    private boolean fits(int first, int next) {
        return lines(first, next).size() <= LINES
                && (next == first + 1 || duration(first, next).compareTo(LONGEST) <= 0);
    }

    private Cue cue(int first, int next) {
        Duration begin = times.begin(units.get(first).from());
        Duration end = times.end(units.get(next - 1).to());
        Duration shown = end.compareTo(begin) > 0 ? end : begin.plusMillis(1);
        return new Cue(begin, shown, lines(first, next));
    }

    /** One line where it fits, else two as even as can be, more only when words are too long for two. */
    private List<String> lines(int first, int next) {
        if (weight(first, next) <= TextUnit.LINE) {
            return List.of(words(first, next));
        }
        int best = -1;
        double bestDistance = Double.MAX_VALUE;
        for (int middle = first + 1; middle < next; middle++) {
            int upper = weight(first, middle);
            int lower = weight(middle, next);
            double distance = Math.abs(upper - lower)
                    * (1 - units.get(middle - 1).ending().worth());
            if (upper <= TextUnit.LINE && lower <= TextUnit.LINE && distance < bestDistance) {
                bestDistance = distance;
                best = middle;
            }
        }
        return best < 0 ? filled(first, next) : List.of(words(first, best), words(best, next));
    }

    private List<String> filled(int first, int next) {
        List<String> lines = new ArrayList<>();
        int begin = first;
        for (int unit = first + 1; unit <= next; unit++) {
            if (unit == next || weight(begin, unit + 1) > TextUnit.LINE) {
                lines.add(words(begin, unit));
                begin = unit;
            }
        }
        return lines;
    }

    private String words(int first, int next) {
        return text.substring(units.get(first).from(), units.get(next - 1).to()).strip();
    }

    private int weight(int first, int next) {
        return units.get(next - 1).weightUpTo() - units.get(first).weightBefore();
    }

    private Duration duration(int first, int next) {
        return times.end(units.get(next - 1).to())
                .minus(times.begin(units.get(first).from()));
    }
}
