package dev.voicebot.turn;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.speakable.SpeakablePiece;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Which sample of a reply's sound says which of its words. Exact where the voice says what it has spoken, and once the
 * sound is whole at its end; between such points, and ahead of them, by about how long words take. Any thread.
 */
final class Timeline {
    private static final String SENTENCE_ENDS = ".!?…。！？\n";
    private static final double UNCERTAIN = 0.5; // seconds: rather say a sentence twice than not at all
    private static final double ENOUGH_TO_MEASURE = 1; // seconds

    private final int sampleRate;

    @GuardedBy("this")
    private final StringBuilder source = new StringBuilder();

    @GuardedBy("this")
    private final SpokenWords words = new SpokenWords();

    @GuardedBy("this")
    private final SpeakingTime time = new SpeakingTime();

    @GuardedBy("this")
    private final List<Integer> sentences = new ArrayList<>(); // where each begins in what is spoken

    @GuardedBy("this")
    private final List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));

    @GuardedBy("this")
    private double pace; // how long the voice takes for what should take a second

    @GuardedBy("this")
    private boolean betweenSentences = true;

    @GuardedBy("this")
    private boolean exact;

    @GuardedBy("this")
    private boolean whole;

    @GuardedBy("this")
    private long samples;

    /** {@code pace} is how much longer than expected the voice takes, as far as is known: 1 if it is not. */
    Timeline(int sampleRate, double pace) {
        this.sampleRate = sampleRate;
        this.pace = pace;
    }

    /** The reply goes on with {@code text}, as the model wrote it. */
    synchronized void note(String text) {
        source.append(text);
    }

    /** The voice gets {@code piece} to speak. */
    synchronized void write(SpeakablePiece piece) {
        if (betweenSentences) {
            sentences.add(words.spoken().length());
        }
        words.add(piece, source);
        time.add(piece.text());
        betweenSentences = endsSentence(piece.text());
    }

    /** So much more sound came. */
    synchronized void sounded(int count) {
        samples += count;
    }

    /** The sound so far says exactly the first {@code characters} of what was written. */
    synchronized void reached(int characters) {
        spoken(characters, samples);
    }

    /** The first {@code count} samples say exactly the first {@code characters} of what was written. */
    synchronized void spoken(int characters, long count) {
        exact = true;
        fix(new Point(count, Math.min(characters, time.characters())));
    }

    /** How many seconds what was given to the voice takes beyond the first {@code sample} samples, as far as is known. */
    synchronized double secondsAfter(long sample) {
        return (time.upTo(time.characters()) - time.upTo(spokenAt(sample))) * pace;
    }

    /** How many samples came. */
    synchronized long samples() {
        return samples;
    }

    /** The sound so far says all that was written. */
    synchronized void whole() {
        whole = true;
        fix(new Point(samples, time.characters()));
    }

    /** The sound breaks off here; gives where the sentence that it ends in begins, in what is spoken. */
    synchronized int breakOff() {
        int spoken = spokenAt(Math.max(0, samples - (long) (UNCERTAIN * sampleRate)));
        int begin = last().spoken();
        for (int sentence : sentences) {
            begin = sentence <= spoken ? Math.max(begin, sentence) : begin;
        }
        points.add(new Point(samples, begin));
        return begin;
    }

    /** All that was given to the voice, from a character on. */
    synchronized String spokenFrom(int begin) {
        return words.spoken().subSequence(begin, words.spoken().length()).toString();
    }

    /** How many characters of the reply are said by the first {@code sample} samples; whole words only. */
    synchronized int charactersAt(long sample) {
        return sample <= 0 ? 0 : words.covered(spokenAt(Math.min(sample, samples)));
    }

    /** The number of the sentence that is being said there, from 0. */
    synchronized int sentenceAt(long sample) {
        int sentence = 0;
        while (sentence + 1 < sentences.size() && sampleOf(sentences.get(sentence + 1)) <= sample) {
            sentence++;
        }
        return sentence;
    }

    /** Where a sentence begins; empty while its sound has not come. Behind the last sentence the sound ends. */
    synchronized OptionalLong startOf(int sentence) {
        if (sentence >= sentences.size()) {
            return whole ? OptionalLong.of(samples) : OptionalLong.empty();
        }
        int begin = sentences.get(sentence);
        long sample = sampleOf(begin);
        boolean sure = whole || !exact || begin <= last().spoken();
        return sure && sample <= samples ? OptionalLong.of(sample) : OptionalLong.empty();
    }

    /** How much longer than expected the voice takes; 1 when that is not known. */
    synchronized double pace() {
        return pace;
    }

    @GuardedBy("this")
    private void fix(Point point) {
        int place = points.size();
        while (place > 1 && points.get(place - 1).sample() > point.sample()) {
            place--; // words are told of when their sentence is whole
        }
        Point before = points.get(place - 1);
        boolean fits = place == points.size() || points.get(place).spoken() >= point.spoken();
        if (point.spoken() < before.spoken() || point.equals(before) || !fits) {
            return;
        }
        points.add(place, point);
        double expected = time.upTo(point.spoken());
        if (expected >= ENOUGH_TO_MEASURE) {
            pace = (double) point.sample() / sampleRate / expected;
        }
    }

    @GuardedBy("this")
    private int spokenAt(long sample) {
        int next = 1;
        while (next < points.size() && points.get(next).sample() <= sample) {
            next++;
        }
        Point from = points.get(next - 1);
        double begin = time.upTo(from.spoken());
        if (next == points.size()) {
            return time.within(begin + seconds(sample - from.sample()) / pace);
        }
        Point to = points.get(next);
        double share = (double) (sample - from.sample()) / (to.sample() - from.sample());
        return time.within(begin + share * (time.upTo(to.spoken()) - begin));
    }

    @GuardedBy("this")
    private long sampleOf(int spoken) {
        int next = 1;
        while (next < points.size() && points.get(next).spoken() < spoken) {
            next++;
        }
        Point from = points.get(next - 1);
        double begin = time.upTo(from.spoken());
        if (next == points.size()) {
            return from.sample() + Math.round((time.upTo(spoken) - begin) * pace * sampleRate);
        }
        Point to = points.get(next);
        double share = (time.upTo(spoken) - begin) / Math.max(1e-9, time.upTo(to.spoken()) - begin);
        return from.sample() + Math.round(share * (to.sample() - from.sample()));
    }

    @GuardedBy("this")
    private Point last() {
        return points.get(points.size() - 1);
    }

    private double seconds(long count) {
        return (double) count / sampleRate;
    }

    /** Whether nothing but marks follows the end of a sentence. */
    static boolean endsSentence(String text) {
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (SENTENCE_ENDS.indexOf(c) >= 0) {
                return true;
            }
            if (Character.isLetterOrDigit(c)) {
                return false;
            }
        }
        return false;
    }

    /** The first samples say the first characters of what is spoken. */
    private record Point(long sample, int spoken) {}
}
