package dev.voicebot.engine.dashscope;

import com.google.gson.JsonObject;
import dev.voicebot.recognition.Word;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What one event says was heard. Gummy says it in {@code output.transcription}, all others in {@code output.sentence}.
 * Times count from the beginning of the task.
 *
 * @param sentence none in a heartbeat, and where only a translation comes
 * @param next the beginning of the sentence after it, which Gummy tells along with it
 */
record RecognitionEvent(Optional<Part> sentence, Optional<Part> next, List<Translated> translations) {
    /** A sentence as far as it goes; Paraformer's have no numbers. */
    record Part(OptionalLong id, String text, Duration begin, Duration end, boolean isEnded, List<Word> words) {}

    /** A sentence's translation as far as it goes. */
    record Translated(OptionalLong id, String language, String text, boolean isEnded, List<Word> words) {}

    /** Whether any word is in it: heartbeats, and the beginnings of sentences, have none. */
    boolean hasWords() {
        return Stream.concat(
                        Stream.concat(sentence.stream(), next.stream()).map(Part::text),
                        translations.stream().map(Translated::text))
                .anyMatch(text -> !text.isBlank());
    }

    private static final RecognitionEvent HEARTBEAT =
            new RecognitionEvent(Optional.empty(), Optional.empty(), List.of());

    /** Empty for what is not understood. */
    static Optional<RecognitionEvent> of(JsonObject payload) {
        return Json.object(payload, "output").flatMap(RecognitionEvent::ofOutput);
    }

    private static Optional<RecognitionEvent> ofOutput(JsonObject output) {
        Optional<JsonObject> said = Json.object(output, "sentence").or(() -> Json.object(output, "transcription"));
        if (said.filter(sentence -> Json.isTrue(sentence, "heartbeat")).isPresent()) {
            return Optional.of(HEARTBEAT);
        }
        Optional<Part> sentence = said.flatMap(RecognitionEvent::part);
        Optional<Part> next = said.flatMap(json -> Json.object(json, "stash")).flatMap(RecognitionEvent::part);
        List<Translated> translations = Json.objects(output, "translations").stream()
                .flatMap(json -> translated(json).stream())
                .toList();
        boolean isUnderstood = sentence.isPresent() || (said.isEmpty() && output.has("translations"));
        return isUnderstood ? Optional.of(new RecognitionEvent(sentence, next, translations)) : Optional.empty();
    }

    private static Optional<Part> part(JsonObject json) {
        return Json.string(json, "text").map(text -> {
            List<Word> words = TimedWords.of(text, Json.objects(json, "words"));
            Duration begin = TimedWords.time(json, "begin_time");
            return new Part(
                    Json.number(json, "sentence_id"),
                    text,
                    begin,
                    end(json, begin, words),
                    Json.isTrue(json, "sentence_end"),
                    words);
        });
    }

    /** A sentence that goes on has no end yet: its last word has. */
    private static Duration end(JsonObject json, Duration begin, List<Word> words) {
        Duration last = words.isEmpty() ? begin : words.get(words.size() - 1).end();
        Duration end = Json.number(json, "end_time").isPresent() ? TimedWords.time(json, "end_time") : last;
        return end.compareTo(begin) > 0 ? end : begin;
    }

    private static Optional<Translated> translated(JsonObject json) {
        return Json.string(json, "text")
                .map(text -> new Translated(
                        Json.number(json, "sentence_id"),
                        Json.string(json, "lang").orElse(""),
                        text.strip(),
                        Json.isTrue(json, "sentence_end"),
                        TimedWords.of(text.strip(), Json.objects(json, "words"))));
    }
}
