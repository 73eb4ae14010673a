package dev.voicebot.transcripts;

import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.Word;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** When each character of a sentence is said: known where words begin and end, in proportion between them. */
final class TextTimes {
    private final TreeMap<Integer, Duration> begins = new TreeMap<>();
    private final TreeMap<Integer, Duration> ends = new TreeMap<>();

    private TextTimes() {}

    /** {@code text} is the sentence's, as it is cut. */
    static TextTimes of(String text, Sentence sentence) {
        TextTimes times = new TextTimes();
        times.begins.put(0, sentence.begin());
        times.ends.put(0, sentence.begin());
        int position = 0;
        Duration latest = sentence.begin();
        for (Word word : sentence.words()) {
            int found = text.indexOf(word.text(), position);
            if (found < 0 || word.text().isEmpty() || word.begin().compareTo(latest) < 0) {
                continue;
            }
            position = found + word.text().length();
            latest = word.end().compareTo(word.begin()) < 0 ? word.begin() : word.end();
            times.begins.put(found, word.begin());
            times.ends.put(position, latest);
            times.ends.put(afterMarks(text, position), latest);
        }
        Duration end = sentence.end().compareTo(latest) < 0 ? latest : sentence.end();
        times.begins.putIfAbsent(text.length(), end);
        times.ends.put(text.length(), end);
        return times;
    }

    /** When the piece that starts at this character begins. */
    Duration begin(int character) {
        return at(character, begins);
    }

    /** When the piece that stops before this character ends. */
    Duration end(int character) {
        return at(character, ends);
    }

    /** The marks after a word are said, as it were, with it. */
    private static int afterMarks(String text, int from) {
        int to = from;
        while (to < text.length() && !Character.isLetterOrDigit(text.codePointAt(to)) && text.charAt(to) != ' ') {
            to += Character.charCount(text.codePointAt(to));
        }
        return to;
    }

    private static Duration at(int character, NavigableMap<Integer, Duration> known) {
        Map.Entry<Integer, Duration> before = known.floorEntry(character);
        Map.Entry<Integer, Duration> after = known.ceilingEntry(character);
        if (before.getKey().equals(after.getKey())) {
            return before.getValue();
        }
        int part = character - before.getKey();
        int whole = after.getKey() - before.getKey();
        Duration between = after.getValue().minus(before.getValue());
        return before.getValue().plusMillis(between.toMillis() * part / whole);
    }
}
