package dev.voicebot.engine.openai;

import com.openai.core.JsonValue;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.ThinkingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes requests: the conversation, and how the model is to answer it; any thread. */
final class ChatRequests {
    private static final Logger LOG = LoggerFactory.getLogger(ChatRequests.class);

    /** Models that refused the fields about thinking. */
    private final Set<String> withoutThinking = ConcurrentHashMap.newKeySet();

    private volatile boolean spoken; // set by the screen

    /** Whether answers are spoken from now on. */
    void spoken(boolean on) {
        spoken = on;
    }

    ChatCompletionCreateParams request(OpenAiParameters parameters, String model, List<ChatMessage> messages) {
        ChatCompletionCreateParams.Builder request = ChatCompletionCreateParams.builder()
                .model(model)
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build());
        parameters.sampling().temperature().ifPresent(request::temperature);
        // the SDK's own setter is deprecated for max_completion_tokens, which most compatible services do not know
        parameters
                .sampling()
                .maxTokens()
                .ifPresent(most -> request.putAdditionalBodyProperty("max_tokens", JsonValue.from(most)));
        Map<String, Object> more = new LinkedHashMap<>(thinking(parameters, model));
        more.putAll(parameters.extra().body());
        more.forEach((name, value) -> request.putAdditionalBodyProperty(name, JsonValue.from(value)));
        messages.forEach(message -> add(request, message));
        return request.build();
    }

    private static void add(ChatCompletionCreateParams.Builder request, ChatMessage message) {
        switch (message.role()) {
            case SYSTEM -> request.addSystemMessage(message.text());
            case USER -> request.addUserMessage(message.text());
            case ASSISTANT -> request.addAssistantMessage(message.text());
        }
    }

    /**
     * DashScope: https://help.aliyun.com/en/model-studio/deep-thinking. Elsewhere OpenAI's {@code reasoning_effort}, of
     * which Ollama and llama.cpp understand {@code none} too.
     */
    private Map<String, Object> thinking(OpenAiParameters parameters, String model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Thinking thinking = parameters.extra().thinking();
        boolean off = thinking.mode() == ThinkingMode.OFF || (thinking.mode() == ThinkingMode.AUTO && spoken);
        boolean on = thinking.mode() == ThinkingMode.ON;
        if (withoutThinking.contains(model)) {
            return fields;
        }
        if (parameters.isDashScope()) {
            if (off || on) {
                fields.put("enable_thinking", on);
            }
            thinking.budget().filter(tokens -> !off).ifPresent(tokens -> fields.put("thinking_budget", tokens));
        } else if (off || on) {
            fields.put("reasoning_effort", off ? "none" : "medium");
        }
        return fields;
    }

    /** Whether the same can be asked again in another way, because the server does not take a field about thinking. */
    boolean canDoWithout(OpenAiParameters parameters, String model, OpenAIServiceException refusal) {
        boolean isAboutRequest = refusal.statusCode() == 400 || refusal.statusCode() == 422;
        String words = String.valueOf(refusal.getMessage()).toLowerCase(Locale.ROOT);
        boolean isAboutThinking = words.contains("think") || words.contains("reasoning");
        if (!isAboutRequest || !isAboutThinking || thinking(parameters, model).isEmpty()) {
            return false;
        }
        LOG.info("{} takes no word about thinking: {}", model, refusal.getMessage());
        return withoutThinking.add(model);
    }
}
