package dev.voicebot.engine.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voicebot.engine.openai.SpeechModels.Purpose;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Looks for a server on this machine that hears or speaks. Several kinds share their ports: each is asked who it is.
 * They list their models, each with its purpose or a name that tells it; whisper.cpp's server has a page instead.
 */
public final class SpeechServers {
    private final List<URI> roots;

    /**
     * One that was found.
     *
     * @param model empty where it has only one
     */
    public record Found(URI baseUrl, String model) {
        public Optional<String> knownModel() {
            return Optional.of(model).filter(name -> !name.isEmpty());
        }
    }

    /** Where to look, the preferred place first. */
    public SpeechServers(List<URI> roots) {
        this.roots = List.copyOf(roots);
    }

    /** speaches and vLLM, Kokoro-FastAPI, LocalAI and whisper.cpp where they listen by default. */
    public static SpeechServers usual() {
        return new SpeechServers(List.of(
                URI.create("http://127.0.0.1:8000"),
                URI.create("http://127.0.0.1:8880"),
                URI.create("http://127.0.0.1:8080")));
    }

    /** The first that understands speech; blocks for at most {@code limit}. */
    public Optional<Found> hearing(Duration limit) {
        return find(limit, Purpose.HEARING);
    }

    /** The first that speaks; blocks for at most {@code limit}. */
    public Optional<Found> speaking(Duration limit) {
        return find(limit, Purpose.SPEAKING);
    }

    private Optional<Found> find(Duration limit, Purpose purpose) {
        return Probe.first(
                roots.stream()
                        .map(root -> new Probe<>(root, limit, server -> ask(root, server, purpose)))
                        .toList(),
                limit);
    }

    private static Optional<Found> ask(URI root, Probe.Documents server, Purpose purpose) throws IOException {
        URI baseUrl = URI.create(root + "/v1");
        Optional<byte[]> models = server.at(baseUrl + "/models");
        if (models.isPresent()) {
            return ModelList.first(models.get(), purpose).map(model -> new Found(baseUrl, model));
        }
        boolean isWhisperCpp = purpose == Purpose.HEARING && isWhisperCpp(root, server);
        return isWhisperCpp ? Optional.of(new Found(baseUrl, "")) : Optional.empty();
    }

    /** llama.cpp's server, which listens there too, has properties. */
    private static boolean isWhisperCpp(URI root, Probe.Documents server) throws IOException {
        return server.at(root + "/health").isPresent()
                && server.at(root + "/props").isEmpty()
                && server.at(root + "/")
                        .map(page -> new String(page, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT))
                        .filter(page -> page.contains("whisper"))
                        .isPresent();
    }

    /** Apart: most often there is no server, and then nobody waits until this is loaded. */
    private static final class ModelList {
        private static final ObjectMapper JSON = new ObjectMapper();

        static Optional<String> first(byte[] list, Purpose purpose) throws IOException {
            JsonNode models = JSON.readTree(list).path("data");
            return StreamSupport.stream(models.spliterator(), false)
                    .filter(model -> !model.path("id").asText("").isEmpty())
                    .filter(model -> purpose.fits(
                            model.path("id").asText(), model.path("task").asText("")))
                    .map(model -> model.path("id").asText())
                    .findFirst();
        }
    }
}
