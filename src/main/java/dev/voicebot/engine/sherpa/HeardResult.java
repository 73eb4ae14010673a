package dev.voicebot.engine.sherpa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.Word;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the library has understood of a stretch of sound: its JSON as a sentence. */
record HeardResult(String text, List<Word> words, Duration begin, Duration end) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SHORTEST = Duration.ofMillis(10);

    /**
     * {@code begin} and {@code end} of the stretch in seconds of the talk. The JSON's times count from its begin, which
     * streaming models report more exactly.
     */
    static HeardResult of(String json, double begin, double end) {
        try {
            JsonNode result = JSON.readTree(json);
            double from = result.path("start_time").asDouble(begin);
            List<Word> words = new TokenWords(from, end).of(result);
            return new HeardResult(readable(result.path("text").asText().strip()), words, seconds(from), seconds(end));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a result: " + json, e);
        }
    }

    /** None where nothing was said. */
    Optional<Sentence> sentence() {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Duration from = words.isEmpty() ? begin : words.get(0).begin();
        Duration to = words.isEmpty() ? end : words.get(words.size() - 1).end();
        Duration least = from.plus(SHORTEST);
        return Optional.of(new Sentence(text, from, to.compareTo(least) < 0 ? least : to, words, Optional.empty()));
    }

    /** Some models only know capitals. */
    static String readable(String text) {
        boolean isShouted = text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT));
        return isShouted ? text.toLowerCase(Locale.ROOT) : text;
    }

    static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
