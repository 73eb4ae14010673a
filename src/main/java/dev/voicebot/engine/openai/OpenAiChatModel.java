package dev.voicebot.engine.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.LogLevel;
import com.openai.core.Timeout;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.ChatModel;
import dev.voicebot.credentials.Secret;
import dev.voicebot.outcome.Cancellation;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Chat by any OpenAI-compatible server; the connection is kept between turns. */
public final class OpenAiChatModel implements ChatModel, AutoCloseable {
    private static final Duration SILENCE = Duration.ofSeconds(60); // the longest pause in an answer
    private static final Duration WHOLE_ANSWER = Duration.ofMinutes(10);
    private static final String NO_KEY = "none"; // the SDK wants one; local servers don't look at it

    private final OpenAiParameters parameters;
    private @Nullable OpenAIClient client; // guarded by this

    /** Opens nothing yet. */
    public OpenAiChatModel(OpenAiParameters parameters) {
        this.parameters = parameters;
    }

    /** Loads the client, which takes a while in a fresh JVM; for a thread that nobody waits for. */
    public void warm() {
        client();
    }

    @Override
    public void reply(List<ChatMessage> messages, Consumer<String> tokens, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        StreamingCall call = new StreamingCall(new Faults(parameters));
        try (Cancellation.Registration tie = cancellation.onCancel(call::abort)) {
            call.start(() -> client().chat().completions(), request(messages));
            call.forEachToken(tokens);
        }
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
    }

    private ChatCompletionCreateParams request(List<ChatMessage> messages) {
        ChatCompletionCreateParams.Builder request = ChatCompletionCreateParams.builder()
                .model(parameters.model())
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build());
        parameters.temperature().ifPresent(request::temperature);
        // the SDK's own field is deprecated, but compatible servers know this name and not its successor
        parameters.maxTokens().ifPresent(max -> request.putAdditionalBodyProperty("max_tokens", JsonValue.from(max)));
        for (ChatMessage message : messages) {
            switch (message.role()) {
                case SYSTEM -> request.addSystemMessage(message.text());
                case USER -> request.addUserMessage(message.text());
                case ASSISTANT -> request.addAssistantMessage(message.text());
            }
        }
        return request.build();
    }

    private synchronized OpenAIClient client() {
        OpenAIClient current = client;
        if (current == null) {
            current = OpenAIOkHttpClient.builder()
                    .baseUrl(parameters.baseUrl().toString())
                    .apiKey(parameters.apiKey().map(Secret::reveal).orElse(NO_KEY))
                    .maxRetries(1)
                    .logLevel(LogLevel.OFF)
                    .checkJacksonVersionCompatibility(false)
                    .timeout(Timeout.builder()
                            .connect(parameters.connectTimeout())
                            .read(SILENCE)
                            .write(SILENCE)
                            .request(WHOLE_ANSWER)
                            .build())
                    .build();
            client = current;
        }
        return current;
    }
}
