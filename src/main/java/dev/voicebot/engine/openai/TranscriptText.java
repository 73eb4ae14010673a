package dev.voicebot.engine.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voicebot.language.Spacing;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what a server has understood out of its answer, whatever its shape: one JSON object, plain text, or events,
 * which some send without being asked. Events carry pieces as OpenAI's do, as those of a chat do, or sentence by sentence.
 */
final class TranscriptText {
    private static final ObjectMapper JSON = new ObjectMapper();

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
        if (answer.startsWith("<")) {
            return Optional.empty();
        }
        if (answer.startsWith("{")) {
            return json(answer).flatMap(node -> field(node, "text")).map(TranscriptText::spoken);
        }
        boolean isStream = answer.startsWith("data:") || answer.startsWith("event:") || answer.startsWith(":");
        return isStream ? Optional.of(spoken(events(answer))) : Optional.of(spoken(answer));
    }

    private static String events(String answer) {
        TranscriptText transcript = new TranscriptText();
        answer.lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> line.substring("data:".length()).strip())
                .flatMap(data -> json(data).stream())
                .forEach(transcript::add);
        return transcript.text.toString();
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
        return NOISE.matcher(text).matches() ? "" : text.strip();
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
