package dev.voicebot.usage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Usage by day as JSON; {@code docs/usage.md} says what the fields mean. */
public final class UsageJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private UsageJson() {}

    public static String of(List<UsageFolder.Day> days, String currency) {
        ObjectNode document = JSON.createObjectNode().put("currency", currency);
        ArrayNode list = document.putArray("days");
        days.forEach(day -> put(list.addObject().put("date", day.date().toString()), day.usage()));
        Usage sum = days.stream().map(UsageFolder.Day::usage).reduce(Usage.NONE, Usage::plus);
        put(document.putObject("together"), sum);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that is no JSON", e);
        }
    }

    private static void put(ObjectNode object, Usage usage) {
        object.put("turns", usage.turns());
        object.put("prompt_tokens", usage.promptTokens());
        object.put("completion_tokens", usage.completionTokens());
        object.put("characters", usage.characters());
        object.put("audio_seconds", usage.listened().toMillis() / 1000.0);
        object.put("cost", usage.cost());
        ArrayNode unpriced = object.putArray("unpriced");
        usage.unpriced().stream().sorted().forEach(unpriced::add);
    }
}
