package dev.voicebot.engine.dashscope;

import dev.voicebot.audio.Samples;
import dev.voicebot.engine.dashscope.SynthesisEvent.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes of a sentence's words, as the service tells them, the samples at which each begins and ends. Whether its times count from
 * the beginning of the task or of the sentence is not documented, so it is found out. One thread at a time.
 */
final class WordTimes {
    private static final long TOLERANCE = 50; // milliseconds
    private static final int STRAY = 20; // characters of marks between two words

    private final int sampleRate;
    private Base base = Base.UNKNOWN;

    private enum Base {
        UNKNOWN,
        TASK,
        SENTENCE
    }

    /**
     * A sentence of a task.
     *
     * @param from where it begins in the task's text
     * @param to where it ends there
     * @param begin its first sample of the task's
     * @param end behind its last sample that has come
     * @param isWhole whether that is its last
     */
    record Sentence(int from, int to, long begin, long end, boolean isWhole) {}

    /** The first samples of the task say the first characters of its text. */
    record Point(int characters, long samples) {}

    WordTimes(int sampleRate) {
        this.sampleRate = sampleRate;
    }

    List<Point> of(List<Word> words, CharSequence text, Sentence sentence) {
        List<Point> points = new ArrayList<>();
        if (words.isEmpty() || !knowsBase(words, sentence)) {
            return points;
        }
        long origin = base == Base.TASK ? 0 : sentence.begin();
        int at = sentence.from();
        for (Word word : words) {
            int begin = find(word.text().strip(), text, at, sentence.to());
            if (begin >= 0) {
                at = begin + word.text().strip().length();
                add(points, new Point(begin, origin + samples(word.begin())), sentence);
                add(points, new Point(at, origin + samples(word.end())), sentence);
            }
        }
        return points;
    }

    private static void add(List<Point> points, Point point, Sentence sentence) {
        if (point.samples() <= sentence.end() || sentence.isWhole()) {
            long within = Math.max(sentence.begin(), Math.min(point.samples(), sentence.end()));
            points.add(new Point(point.characters(), within));
        }
    }

    /** A sentence that is not whole may tell of words whose sound has not come, so only a whole one shows the base. */
    private boolean knowsBase(List<Word> words, Sentence sentence) {
        long begin = milliseconds(sentence.begin());
        long length = milliseconds(sentence.end()) - begin;
        if (base == Base.UNKNOWN && begin > TOLERANCE && sentence.isWhole()) {
            boolean mayBeTask = words.get(0).begin() + TOLERANCE >= begin;
            boolean fitsSentence = words.get(words.size() - 1).end() <= length + TOLERANCE;
            base = mayBeTask && !fitsSentence ? Base.TASK : Base.SENTENCE;
        }
        return base != Base.UNKNOWN || begin <= TOLERANCE;
    }

    private long milliseconds(long samples) {
        return Samples.length(samples, sampleRate).toMillis();
    }

    private long samples(long milliseconds) {
        return Samples.in(Duration.ofMillis(milliseconds), sampleRate);
    }

    private static int find(String word, CharSequence text, int from, int to) {
        int last = to - word.length();
        int begin = from;
        for (int skipped = 0; !word.isEmpty() && begin <= last && skipped <= STRAY; skipped++) {
            if (text.subSequence(begin, begin + word.length()).toString().equalsIgnoreCase(word)) {
                return begin;
            }
            begin += Character.charCount(Character.codePointAt(text, begin));
        }
        return -1;
    }
}
