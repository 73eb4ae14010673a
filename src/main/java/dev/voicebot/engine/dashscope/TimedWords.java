package dev.voicebot.engine.dashscope;

import com.google.gson.JsonObject;
import dev.voicebot.recognition.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The words of a sentence as the service gives them; their punctuation is what follows them in its text. */
final class TimedWords {
    private TimedWords() {}

    static List<Word> of(String sentence, List<JsonObject> given) {
        List<Word> words = new ArrayList<>();
        int position = 0;
        for (JsonObject word : given) {
            String text = Json.string(word, "text").orElse("").strip();
            if (text.isEmpty()) {
                continue;
            }
            int found = sentence.indexOf(text, position);
            position = found < 0 ? position : found + text.length();
            String punctuation =
                    found < 0 ? Json.string(word, "punctuation").orElse("").strip() : punctuationAt(sentence, position);
            Duration begin = time(word, "begin_time");
            Duration end = time(word, "end_time");
            words.add(new Word(text, begin, end.compareTo(begin) > 0 ? end : begin, punctuation));
        }
        return words;
    }

    /** The service counts in milliseconds. */
    static Duration time(JsonObject json, String name) {
        return Duration.ofMillis(Json.number(json, name).orElse(0));
    }

    private static String punctuationAt(String sentence, int from) {
        int to = from;
        while (to < sentence.length()
                && !Character.isLetterOrDigit(sentence.codePointAt(to))
                && !Character.isWhitespace(sentence.charAt(to))
                && !Character.isSurrogate(sentence.charAt(to))) {
            to++;
        }
        return sentence.substring(from, to);
    }
}
