package dev.voicebot.engine.openai;

import dev.voicebot.credentials.Endpoint;
import dev.voicebot.credentials.Secret;
import dev.voicebot.engine.openai.OpenAiParameters.ChatTimeouts;
import dev.voicebot.network.Network;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A server that hears or speaks, and what to ask of it.
 *
 * @param table the settings' table that it comes from, for messages: {@code recognition}
 * @param baseUrl what {@code /audio/transcriptions} or {@code /audio/speech} is appended to
 * @param apiKey absent for servers that want none
 * @param model empty for the first that the server lists for the purpose
 * @param connect how long making the connection may take
 * @param patience how long the server may send nothing
 */
public record SpeechParameters(
        String table,
        URI baseUrl,
        Optional<Secret> apiKey,
        Optional<String> model,
        Duration connect,
        Duration patience,
        Network network) {
    public SpeechParameters {
        Endpoint.check(baseUrl, apiKey, table + ".base_url");
    }

    /** The server's name, with the port where that is not the usual one. */
    public String host() {
        return address().host();
    }

    ServerAddress address() {
        return new ServerAddress(baseUrl, apiKey, new ChatTimeouts(connect, patience), network);
    }
}
