package dev.voicebot.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.voicebot.standin.ChatStandIn.Answer;
import dev.voicebot.standin.ChatStandIn.Refusal;
import dev.voicebot.standin.ChatStandIn.Reply;
import dev.voicebot.standin.ChatStandIn.Whole;
import dev.voicebot.standin.Script.ChatShape;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What DashScope's compatible endpoint answers: it has the models of its region, and some of them think by default. */
final class DashScopeChat {
    private static final Pattern VERSION = Pattern.compile("^qwen(\\d+(?:\\.\\d+)?)-");
    private static final double THINKS_BY_DEFAULT_FROM = 3.5;
    private static final String THOUGHTS = "The user wants an answer. It should be short. So a quotation will do.";
    private static final String PAGE = "<!DOCTYPE html><html><head><title>Welcome to the hotel</title></head>"
            + "<body><h1>Log in to use the network</h1></body></html>";

    private final Script script;

    DashScopeChat(Script script) {
        this.script = script;
    }

    Answer answer(JsonNode request) {
        if (script.chatShape == ChatShape.PAGE) {
            return new Refusal(200, Map.of("Content-Type", "text/html; charset=utf-8"), PAGE);
        }
        if (script.chatError.isPresent() || script.chatShape == ChatShape.ERROR_WITH_200) {
            return refusal(script.chatError.orElse(AccountError.of("InternalError")));
        }
        String model = request.path("model").asText();
        List<ServedModel> chats =
                script.models().stream().filter(ServedModel::chats).toList();
        if (Region.find(chats, model).isEmpty()) {
            return Refusal.unknownModel(model);
        }
        List<String> tokens = script.answer.apply(question(request));
        String thoughts = thinks(model, request) ? THOUGHTS : "";
        return script.chatShape == ChatShape.WHOLE
                ? new Whole(String.join("", tokens), thoughts)
                : Reply.of(body -> tokens)
                        .withDelays(thoughts.isEmpty() ? script.firstTokenDelay : Duration.ZERO, script.tokenDelay)
                        .withReasoning(thoughts);
    }

    private Refusal refusal(AccountError error) {
        return script.chatShape == ChatShape.ERROR_WITH_200
                ? new Refusal(200, Map.of(), bare(error))
                : Refusal.of(error.status(), error.code(), error.code(), error.message());
    }

    private static String bare(AccountError error) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", error.code())
                .put("message", error.message())
                .put("request_id", "00000000-0000-0000-0000-000000000000")
                .toString();
    }

    private static boolean thinks(String model, JsonNode request) {
        Matcher version = VERSION.matcher(model);
        boolean byDefault = version.find() && Double.parseDouble(version.group(1)) >= THINKS_BY_DEFAULT_FROM;
        return request.path("enable_thinking").asBoolean(byDefault);
    }

    private static String question(JsonNode request) {
        JsonNode messages = request.path("messages");
        return messages.path(messages.size() - 1).path("content").asText();
    }
}
