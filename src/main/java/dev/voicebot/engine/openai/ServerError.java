package dev.voicebot.engine.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a server said instead of an answer; either may be empty. */
record ServerError(String code, String message) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_TEXT = 300; // characters
    private static final Pattern TITLE = Pattern.compile("(?is)<(title|h1)[^>]*>(.*?)</\\1>");

    /** In whatever shape it is written; empty where the body is an answer. */
    static Optional<ServerError> in(JsonNode body) {
        JsonNode node = body.isArray() ? body.path(0) : body;
        if (node.hasNonNull("choices")) {
            return Optional.empty();
        }
        JsonNode error = node.path("error");
        if (error.isObject()) {
            return Optional.of(new ServerError(first(error, "code", "type"), message(error)));
        }
        String message = error.isTextual() ? error.asText() : message(node);
        String code = first(node, "code", "error_code", "type");
        return message.isEmpty() && code.isEmpty() ? Optional.empty() : Optional.of(new ServerError(code, message));
    }

    /** In the text of a body that is no answer: JSON, a web page, or words. */
    static ServerError inText(String body) {
        try {
            Optional<ServerError> error = in(JSON.readTree(body));
            if (error.isPresent()) {
                return error.get();
            }
        } catch (JsonProcessingException e) {
            // words, then
        }
        return new ServerError("", words(body));
    }

    /** A web page's title, or a text without tags; one line. */
    static String words(String body) {
        Matcher title = TITLE.matcher(body);
        String text = title.find() ? title.group(2) : body;
        String row = text.replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " ").strip();
        return row.length() > LONGEST_TEXT ? row.substring(0, LONGEST_TEXT) + "…" : row;
    }

    private static String message(JsonNode node) {
        return Stream.of("message", "error_msg", "errorMessage", "detail", "errors")
                .map(node::path)
                .filter(field -> !field.isMissingNode() && !field.isNull())
                .map(field -> field.isTextual() ? field.asText() : field.toString())
                .findFirst()
                .orElse("");
    }

    private static String first(JsonNode node, String... fields) {
        return Stream.of(fields)
                .map(field -> node.path(field).asText(""))
                .filter(text -> !text.isEmpty() && !text.equals("null"))
                .findFirst()
                .orElse("");
    }

    /** As OpenAI writes it, which is what the SDK reads. */
    String json() {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error")
                .put("message", message)
                .put("code", code)
                .putNull("param")
                .put("type", code);
        return body.toString();
    }
}
