package dev.voicebot.engine.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.voicebot.language.Spacing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what a server has understood out of its answer, whatever its shape: JSON of one object, of several or of a text,
 * plain text, or events, which some send without being asked. Events carry pieces as OpenAI's do, as those of a chat do,
 * or sentence by sentence.
 */
final class TranscriptText {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What SenseVoice writes before the words: {@code <|zh|><|NEUTRAL|>}. */
    private static final Pattern MARKS = Pattern.compile("<\\|[^|<>]*\\|>");

    /** What Whisper writes for silence: {@code [BLANK_AUDIO]}, {@code (wind blowing)}, {@code ♪}. */
    private static final Pattern NOISE = Pattern.compile("(\\[[^\\]]*\\]|\\([^)]*\\)|[♪*\\s.])*");

    private final StringBuilder text = new StringBuilder();

    private TranscriptText() {}

    /** Empty where nothing was said; absent where {@code body} is no transcript. */
    static Optional<String> in(String body) {
        String answer = body.strip();
        if (answer.isEmpty()) {
            return Optional.of("");
        }
        if (answer.startsWith("<") && !answer.startsWith("<|")) {
            return Optional.empty(); // a web page
        }
        Optional<JsonNode> json = json(answer);
        if (json.isPresent()) {
            return of(json.get(), answer);
        }
        boolean isStream = answer.startsWith("data:") || answer.startsWith("event:") || answer.startsWith(":");
        boolean isLines = answer.startsWith("{");
        return isStream || isLines ? joined(data(answer, isLines)) : Optional.of(spoken(answer));
    }

    private static Optional<String> of(JsonNode node, String answer) {
        if (node.isTextual()) {
            return Optional.of(spoken(node.asText()));
        }
        if (node.isArray()) {
            List<JsonNode> parts = new ArrayList<>();
            node.forEach(parts::add);
            return parts.stream().allMatch(JsonNode::isObject) ? joined(parts) : Optional.of(spoken(answer));
        }
        if (!node.isObject()) {
            return Optional.of(spoken(answer)); // a number that was said
        }
        return field(node, "text")
                .map(TranscriptText::spoken)
                .or(() -> node.path("segments").isArray() ? of(node.path("segments"), answer) : Optional.empty());
    }

    private static List<JsonNode> data(String answer, boolean isLines) {
        return answer.lines()
                .filter(line -> isLines || line.startsWith("data:"))
                .map(line -> line.replaceFirst("^data:", "").strip())
                .flatMap(data -> json(data).stream())
                .toList();
    }

    /** Absent where there is nothing but an error. */
    private static Optional<String> joined(List<JsonNode> events) {
        TranscriptText transcript = new TranscriptText();
        events.forEach(transcript::add);
        String whole = transcript.text.toString();
        boolean isError = whole.isBlank() && events.stream().anyMatch(event -> event.hasNonNull("error"));
        return isError ? Optional.empty() : Optional.of(spoken(whole));
    }

    private void add(JsonNode event) {
        String type = event.path("type").asText("");
        if (type.endsWith(".delta")) {
            text.append(event.path("delta").asText(""));
        } else if (type.endsWith(".done")) {
            field(event, "text").filter(whole -> !whole.isBlank()).ifPresent(this::replace);
        } else if (event.has("choices")) {
            text.append(event.at("/choices/0/delta/content").asText(""));
        } else {
            field(event, "text").ifPresent(this::addSentence);
        }
    }

    private void replace(String whole) {
        text.setLength(0);
        text.append(whole);
    }

    private void addSentence(String sentence) {
        String piece = sentence.strip();
        text.append(Spacing.isNeeded(text, piece) ? " " : "").append(piece);
    }

    private static String spoken(String text) {
        String words = MARKS.matcher(text).replaceAll("").strip();
        return NOISE.matcher(words).matches() ? "" : words;
    }

    private static Optional<String> field(JsonNode node, String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
