package dev.voicebot.engine.dashscope;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.credentials.Secret;
import dev.voicebot.network.Network;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.net.URI;
import java.time.Duration;

/**
 * Where the speech service is, who asks, and how long a socket may take to open.
 *
 * @param websocketUrl {@code wss://…/api-ws/v1/inference/}
 * @param network how it is reached
 */
public record DashScopeConnection(URI websocketUrl, Secret apiKey, Duration connectTimeout, Network network) {
    public DashScopeConnection(URI websocketUrl, Secret apiKey, Duration connectTimeout) {
        this(websocketUrl, apiKey, connectTimeout, Network.TWICE);
    }

    public DashScopeConnection {
        // such a key cannot travel in a header, and whoever tries may print it
        String key = apiKey.reveal();
        if (key.isEmpty() || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new AssistantException(
                    FaultKind.CREDENTIALS,
                    tr(
                            "The API key from %s is empty or contains an invalid character, such as a space. Check it.",
                            apiKey.origin()));
        }
    }
}
