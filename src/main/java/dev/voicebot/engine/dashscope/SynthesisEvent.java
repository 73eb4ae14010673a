package dev.voicebot.engine.dashscope;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the service tells beside the sound. Whatever is missing or of another shape is taken as not told.
 *
 * @param text the sentence as the service has cut it out of what it was sent; the last one may come without
 * @param words of the sentence so far, where the voice has times
 * @param characters billed in the task so far
 * @see <a href="https://help.aliyun.com/zh/model-studio/cosyvoice-server-events">the service's list of events</a>
 */
record SynthesisEvent(Type type, Optional<String> text, List<Word> words, OptionalLong characters) {
    enum Type {
        SENTENCE_BEGIN,
        SENTENCE_END,
        /** Sound follows, or the task has ended, or what is new to this program. */
        OTHER
    }

    /** A word, and when it is said, in milliseconds. */
    record Word(String text, long begin, long end) {}

    /** What an event's payload says. */
    static SynthesisEvent of(JsonObject payload) {
        JsonObject output = Json.object(payload, "output").orElseGet(JsonObject::new);
        JsonObject sentence = Json.object(output, "sentence").orElseGet(JsonObject::new);
        return new SynthesisEvent(
                switch (Json.string(output, "type").orElse("")) {
                    case "sentence-begin" -> Type.SENTENCE_BEGIN;
                    case "sentence-end" -> Type.SENTENCE_END;
                    default -> Type.OTHER;
                },
                Json.string(output, "original_text").filter(text -> !text.isBlank()),
                Json.objects(sentence, "words").stream()
                        .flatMap(word -> word(word).stream())
                        .toList(),
                Json.object(payload, "usage")
                        .map(usage -> Json.number(usage, "characters"))
                        .orElse(OptionalLong.empty()));
    }

    private static Optional<Word> word(JsonObject word) {
        OptionalLong begin = Json.number(word, "begin_time");
        OptionalLong end = Json.number(word, "end_time");
        return begin.isPresent() && end.isPresent()
                ? Optional.of(new Word(Json.string(word, "text").orElse(""), begin.getAsLong(), end.getAsLong()))
                : Optional.empty();
    }
}
