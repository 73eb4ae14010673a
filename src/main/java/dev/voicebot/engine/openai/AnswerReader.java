package dev.voicebot.engine.openai;

import com.openai.core.JsonArray;
import com.openai.core.JsonField;
import com.openai.core.JsonObject;
import com.openai.core.JsonString;
import com.openai.core.JsonValue;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionChunk.Choice;
import com.openai.models.chat.completions.ChatCompletionChunk.Choice.Delta;
import com.openai.models.completions.CompletionUsage;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.chat.ReplyCut;
import dev.voicebot.chat.ReplyListener;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the pieces of one streamed answer. All fields are read leniently, because compatible services leave some out or
 * write them otherwise. One thread.
 */
final class AnswerReader {
    private static final List<String> THOUGHT_FIELDS = List.of("reasoning_content", "reasoning");

    private final ReplyListener listener;
    private final ThoughtFilter content;
    private ChatUsage usage = ChatUsage.NONE;
    private String finishReason = "";
    private long length; // characters, thoughts too

    AnswerReader(ReplyListener listener) {
        this.listener = listener;
        this.content = new ThoughtFilter(listener);
    }

    void read(ChatCompletionChunk chunk) {
        // in the last chunk, or in every one with the count so far, or nowhere
        usage = chunk._usage().asKnown().map(AnswerReader::counted).orElse(usage);
        firstChoice(chunk).ifPresent(this::read);
    }

    private void read(Choice choice) {
        choice._delta().asKnown().ifPresent(this::read);
        finishReason = choice._finishReason()
                .asKnown()
                .map(Object::toString)
                .filter(reason -> !reason.isEmpty() && !reason.equals("null"))
                .orElse(finishReason);
    }

    private void read(Delta delta) {
        THOUGHT_FIELDS.stream()
                .map(field -> text(delta._allProperties(), field))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .ifPresent(this::think);
        Optional<String> text = delta._content().asKnown();
        if (text.isPresent()) {
            add(text.get());
        } else {
            delta._content().asArray().ifPresent(parts -> parts.forEach(this::readPart));
            delta._refusal().asKnown().ifPresent(this::add);
        }
    }

    /** Mistral's reasoning models send a list of typed parts, with a thought as a list in a part. */
    private void readPart(JsonValue part) {
        add(text(fields(part), "text"));
        if (fields(part).get("thinking") instanceof JsonArray thoughts) {
            thoughts.values().stream()
                    .map(thought -> text(fields(thought), "text"))
                    .filter(text -> !text.isEmpty())
                    .forEach(this::think);
        }
    }

    private void think(String thought) {
        length += thought.length();
        listener.thought(thought);
    }

    private void add(String text) {
        length += text.length();
        if (!text.isEmpty()) {
            content.add(text);
        }
    }

    private static String text(Map<String, JsonValue> fields, String name) {
        return fields.get(name) instanceof JsonString text ? text.value() : "";
    }

    private static Map<String, JsonValue> fields(JsonValue value) {
        return value instanceof JsonObject object ? object.values() : Map.of();
    }

    /** Nothing more comes. */
    void finish() {
        content.finish();
    }

    /** How much has come, in characters. */
    long length() {
        return length;
    }

    boolean isEmpty() {
        return !content.hasReplied();
    }

    ChatUsage usage() {
        return usage;
    }

    /** In the service's own word; empty where it does not say. */
    String finishReason() {
        return finishReason;
    }

    /** Why the service stopped before the model was done; empty where it did not. */
    Optional<ReplyCut> cut() {
        return switch (finishReason) {
            case "length", "max_tokens", "model_length" -> Optional.of(ReplyCut.LENGTH);
            case "content_filter", "sensitive", "safety" -> Optional.of(ReplyCut.CONTENT_FILTER);
            default -> Optional.empty();
        };
    }

    private static ChatUsage counted(CompletionUsage counted) {
        return new ChatUsage(tokens(counted._promptTokens()), tokens(counted._completionTokens()));
    }

    private static long tokens(JsonField<Long> count) {
        return Math.max(0, count.asKnown().orElse(0L));
    }

    /** Others are further answers to the same question. Absent in the usage chunk at the end. */
    private static Optional<Choice> firstChoice(ChatCompletionChunk chunk) {
        return chunk._choices().asKnown().stream()
                .flatMap(List::stream)
                .filter(choice -> choice._index().asKnown().orElse(0L) == 0)
                .findFirst();
    }
}
