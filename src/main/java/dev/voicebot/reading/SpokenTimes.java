package dev.voicebot.reading;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.audio.Samples;
import dev.voicebot.recognition.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much of a passage which sample of its sound says, as the voice tells. Any thread. */
final class SpokenTimes {
    @GuardedBy("this")
    private final TreeMap<Integer, Pause> pauses = new TreeMap<>(); // by characters

    /** The silence behind so many characters, in samples. */
    private record Pause(long begin, long end) {}

    /** The first {@code samples} samples say the first {@code characters}. */
    synchronized void add(int characters, long samples) {
        pauses.merge(
                characters,
                new Pause(samples, samples),
                (one, other) -> new Pause(Math.min(one.begin(), other.begin()), Math.max(one.end(), other.end())));
    }

    /** The words of {@code text} whose times are known. */
    synchronized List<Word> wordsOf(String text, int sampleRate) {
        List<Word> words = new ArrayList<>();
        int from = 0;
        long begin = 0;
        for (Map.Entry<Integer, Pause> pause :
                pauses.headMap(text.length(), true).entrySet()) {
            String word = text.substring(from, pause.getKey()).strip();
            if (word.chars().anyMatch(Character::isLetterOrDigit)) {
                words.add(new Word(
                        word, time(begin, sampleRate), time(pause.getValue().begin(), sampleRate), ""));
            }
            from = pause.getKey();
            begin = pause.getValue().end();
        }
        return words;
    }

    private static Duration time(long samples, int sampleRate) {
        return Samples.length(samples, sampleRate);
    }
}
