package dev.voicebot.engine.dashscope;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.Map;

/**
 * What a task of the service's is asked for, in the service's own words.
 *
 * @param task {@code asr} or {@code tts}
 * @param parameters values that Gson can write
 * @param input what goes along with the first message, before any sound or text
 */
record TaskDescription(
        String task, String function, String model, Map<String, Object> parameters, Map<String, Object> input) {
    static final String GROUP = "audio";
    private static final Gson JSON = new Gson();

    TaskDescription {
        parameters = Map.copyOf(parameters);
        input = Map.copyOf(input);
    }

    static TaskDescription recognition(String model, Map<String, Object> parameters, Map<String, Object> input) {
        return new TaskDescription("asr", "recognition", model, parameters, input);
    }

    static TaskDescription synthesis(String model, Map<String, Object> parameters) {
        return new TaskDescription("tts", "SpeechSynthesizer", model, parameters, Map.of());
    }

    /** As it stands in {@code run-task}. */
    JsonObject payload() {
        JsonObject payload = new JsonObject();
        payload.addProperty("task_group", GROUP);
        payload.addProperty("task", task);
        payload.addProperty("function", function);
        payload.addProperty("model", model);
        payload.add("parameters", JSON.toJsonTree(parameters));
        payload.add("input", JSON.toJsonTree(input));
        return payload;
    }
}
