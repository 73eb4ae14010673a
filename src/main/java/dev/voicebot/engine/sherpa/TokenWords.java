package dev.voicebot.engine.sherpa;

import com.fasterxml.jackson.databind.JsonNode;
import dev.voicebot.language.EastAsian;
import dev.voicebot.recognition.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A model's tokens, which are parts of words, as words with their times; for one stretch of sound. */
final class TokenWords {
    private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{S}]+");
    private static final Pattern BYTE = Pattern.compile("<0x[0-9A-F]{2}>");
    private static final double LONGEST_TOKEN = 0.5; // seconds, where the model only says when one begins

    private final double begin;
    private final double end;
    private final List<Word> words = new ArrayList<>();

    /** In seconds of the talk. */
    TokenWords(double begin, double end) {
        this.begin = begin;
        this.end = end;
    }

    /** None where the model does not say when each token was said, or says bytes. */
    List<Word> of(JsonNode result) {
        JsonNode tokens = result.path("tokens");
        JsonNode times = result.path("timestamps");
        if (tokens.isEmpty() || tokens.size() != times.size()) {
            return List.of();
        }
        boolean isApart = true;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i).asText().replace('▁', ' ');
            if (BYTE.matcher(token).matches()) {
                return List.of();
            }
            String text = HeardResult.readable(token.strip());
            isApart |= token.startsWith(" ");
            if (!text.isEmpty()) {
                add(text, isApart, time(times, i), tokenEnd(result, i));
                isApart = token.endsWith(" ");
            }
        }
        return words;
    }

    private void add(String text, boolean isApart, double from, double to) {
        int last = words.size() - 1;
        if (last >= 0 && MARKS.matcher(text).matches()) {
            Word word = words.get(last);
            words.set(last, new Word(word.text(), word.begin(), word.end(), word.punctuation() + text));
        } else if (last >= 0 && !isApart && goesOn(words.get(last), text)) {
            Word word = words.get(last);
            words.set(last, new Word(word.text() + text, word.begin(), HeardResult.seconds(to), ""));
        } else {
            words.add(new Word(text, HeardResult.seconds(from), HeardResult.seconds(to), ""));
        }
    }

    private static boolean goesOn(Word word, String text) {
        return word.punctuation().isEmpty()
                && !EastAsian.isWide(text.codePointAt(0))
                && !EastAsian.isWide(word.text().codePointBefore(word.text().length()));
    }

    private double time(JsonNode times, int i) {
        return Math.min(end, begin + times.get(i).asDouble());
    }

    private double tokenEnd(JsonNode result, int i) {
        JsonNode times = result.path("timestamps");
        double next = i + 1 < times.size() ? time(times, i + 1) : end;
        JsonNode durations = result.path("durations");
        double longest = i < durations.size() ? durations.get(i).asDouble() : LONGEST_TOKEN;
        return Math.min(next, time(times, i) + longest);
    }
}
