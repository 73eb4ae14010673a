package dev.voicebot.engine.openai;

import dev.voicebot.credentials.Secret;
import dev.voicebot.models.ModelChoice;
import dev.voicebot.network.Network;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Where the chat service is and what to ask of it.
 *
 * @param baseUrl what {@code /chat/completions} is appended to
 * @param apiKey absent for servers that want none
 * @param network how it is reached
 */
public record OpenAiParameters(
        URI baseUrl,
        Optional<Secret> apiKey,
        ModelChoice model,
        Sampling sampling,
        ChatTimeouts timeouts,
        Extra extra,
        Network network) {
    /**
     * What not every service knows.
     *
     * @param dashScope whether the service is DashScope, or plays it
     * @param body further fields of the request, which win over all others
     */
    public record Extra(boolean dashScope, Thinking thinking, Map<String, Object> body) {
        public static final Extra NONE = new Extra(false, Thinking.AUTO, Map.of());
    }

    public OpenAiParameters(
            URI baseUrl, Optional<Secret> apiKey, String model, Sampling sampling, ChatTimeouts timeouts) {
        this(baseUrl, apiKey, ModelChoice.fixed(model), sampling, timeouts, Extra.NONE, Network.DIRECT);
    }

    /** Who asks for no key sends no bill. */
    public boolean isFree() {
        return apiKey.isEmpty();
    }

    /** Whether the service is DashScope, in whatever region. */
    public boolean isDashScope() {
        return extra.dashScope() || baseUrl.getHost().endsWith(".aliyuncs.com");
    }

    /** How the answer is chosen, and where it is cut off; absent means the service's own default. */
    public record Sampling(Optional<Double> temperature, Optional<Integer> maxTokens, int mostCharacters) {
        /** As much as anybody wants to read. */
        public Sampling(Optional<Double> temperature, Optional<Integer> maxTokens) {
            this(temperature, maxTokens, 200_000);
        }

        public static final Sampling DEFAULT = new Sampling(Optional.empty(), Optional.empty());
    }

    /**
     * How long to wait for the service.
     *
     * @param connect how long making the connection may take
     * @param silence how long no token may come, before the first or between two
     */
    public record ChatTimeouts(Duration connect, Duration silence) {
        public static final ChatTimeouts DEFAULT = new ChatTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    /** Where and with which key, which never change. */
    ServerAddress server() {
        return new ServerAddress(baseUrl, apiKey, timeouts, network);
    }

    /** The same with another model. */
    public OpenAiParameters withModel(String other) {
        return new OpenAiParameters(baseUrl, apiKey, ModelChoice.fixed(other), sampling, timeouts, extra, network);
    }

    public OpenAiParameters {
        boolean web = "http".equals(baseUrl.getScheme()) || "https".equals(baseUrl.getScheme());
        if (!web || baseUrl.getHost() == null) {
            throw new IllegalArgumentException("chat.base_url must be an http or https URL, got " + baseUrl);
        }
    }
}
