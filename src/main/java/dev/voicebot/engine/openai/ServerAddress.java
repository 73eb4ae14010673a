package dev.voicebot.engine.openai;

import dev.voicebot.credentials.Secret;
import dev.voicebot.engine.openai.OpenAiParameters.ChatTimeouts;
import dev.voicebot.network.Network;
import java.net.URI;
import java.util.Optional;

/**
 * Where a server is and how it is reached.
 *
 * @param baseUrl what the paths of requests are appended to
 * @param apiKey absent for servers that want none
 */
record ServerAddress(URI baseUrl, Optional<Secret> apiKey, ChatTimeouts timeouts, Network network) {
    /** Its name, with the port where that is not the usual one. */
    String host() {
        int port = baseUrl.getPort();
        return baseUrl.getHost() + (port < 0 ? "" : ":" + port);
    }
}
