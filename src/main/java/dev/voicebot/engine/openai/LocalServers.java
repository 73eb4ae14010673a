package dev.voicebot.engine.openai;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Looks for an OpenAI-compatible server on this machine. */
public final class LocalServers {
    private final List<Candidate> candidates;

    /**
     * Where a server may be.
     *
     * @param baseUrl with {@code /v1}, on loopback
     */
    public record Candidate(String name, URI baseUrl) {}

    /** The candidates, the preferred one first. */
    public LocalServers(List<Candidate> candidates) {
        this.candidates = List.copyOf(candidates);
    }

    /** Ollama, LM Studio and llama.cpp where they listen by default. */
    public static LocalServers usual() {
        return new LocalServers(List.of(
                new Candidate("Ollama", URI.create("http://127.0.0.1:11434/v1")),
                new Candidate("LM Studio", URI.create("http://127.0.0.1:1234/v1")),
                new Candidate("llama.cpp", URI.create("http://127.0.0.1:8080/v1"))));
    }

    /** Where it looks, the preferred one first. */
    public List<Candidate> candidates() {
        return candidates;
    }

    /** The first candidate that lists a chat model. Asks all at once; blocks for at most {@code limit}. */
    public Optional<LocalServer> find(Duration limit) {
        return Probe.first(
                candidates.stream()
                        .map(candidate -> new Probe<>(candidate.baseUrl(), limit, server -> ask(candidate, server)))
                        .toList(),
                limit);
    }

    private static Optional<LocalServer> ask(Candidate candidate, Probe.Documents server) throws IOException {
        Optional<byte[]> models = server.at(candidate.baseUrl() + "/models");
        return models.isEmpty()
                ? Optional.empty()
                : ModelList.firstChatModel(models.get())
                        .map(model -> new LocalServer(candidate.name(), candidate.baseUrl(), model));
    }

    /** Reads {@code {"data":[{"id":"…"},…]}} token by token: binding it to objects would load Jackson's slow half. */
    private static final class ModelList {
        static Optional<String> firstChatModel(byte[] json) throws IOException {
            try (JsonParser parser = new JsonFactory().createParser(json)) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    return Optional.empty();
                }
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    boolean isData = parser.currentName().equals("data");
                    JsonToken value = parser.nextToken();
                    if (isData && value == JsonToken.START_ARRAY) {
                        return inData(parser);
                    }
                    parser.skipChildren();
                }
                return Optional.empty();
            }
        }

        private static Optional<String> inData(JsonParser parser) throws IOException {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                String id = id(parser);
                if (!id.isEmpty() && !ChattingModels.of(List.of(id), false).isEmpty()) {
                    return Optional.of(id);
                }
            }
            return Optional.empty();
        }

        private static String id(JsonParser parser) throws IOException {
            String id = "";
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isId = parser.currentName().equals("id");
                if (parser.nextToken() == JsonToken.VALUE_STRING && isId) {
                    id = parser.getText();
                }
                parser.skipChildren();
            }
            return id;
        }
    }
}
