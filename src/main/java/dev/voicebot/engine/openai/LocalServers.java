package dev.voicebot.engine.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds an OpenAI-compatible chat server on the loopback address. */
public final class LocalServers {
    /** Where such servers listen by default, the preferred one first. */
    public static final List<Candidate> USUAL =
            List.of(new Candidate("Ollama", 11434), new Candidate("LM Studio", 1234), new Candidate("llama.cpp", 8080));

    private final List<Candidate> candidates;

    public LocalServers(List<Candidate> candidates) {
        this.candidates = candidates;
    }

    /** A server that may be there. */
    public record Candidate(String name, int port) {}

    /** The first candidate that lists a model; takes {@code atMost} in all, and next to nothing where none listens. */
    public Optional<LocalServer> find(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        List<CompletableFuture<Optional<LocalServer>>> answers = candidates.stream()
                .map(candidate -> ask(candidate, (int) atMost.toMillis()))
                .toList();
        return answers.stream()
                .map(answer -> await(answer, end - System.nanoTime()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static CompletableFuture<Optional<LocalServer>> ask(Candidate candidate, int timeoutMillis) {
        CompletableFuture<Optional<LocalServer>> answer = new CompletableFuture<>();
        Thread asker =
                new Thread(() -> answer.complete(models(candidate, timeoutMillis)), "look-for-" + candidate.port());
        asker.setDaemon(true);
        asker.start();
        return answer;
    }

    private static Optional<LocalServer> models(Candidate candidate, int timeoutMillis) {
        URI base = URI.create("http://127.0.0.1:" + candidate.port() + "/v1");
        try {
            connect(candidate.port(), timeoutMillis); // refused at once, without loading an HTTP client
            HttpURLConnection request =
                    (HttpURLConnection) URI.create(base + "/models").toURL().openConnection();
            request.setConnectTimeout(timeoutMillis);
            request.setReadTimeout(timeoutMillis);
            try (InputStream body = request.getInputStream()) {
                JsonNode model =
                        new ObjectMapper().readTree(body).path("data").path(0).path("id");
                return model.isTextual()
                        ? Optional.of(new LocalServer(candidate.name(), base, model.asText()))
                        : Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty(); // nobody there, or somebody else
        }
    }

    private static void connect(int port, int timeoutMillis) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), timeoutMillis);
        }
    }

    private static Optional<LocalServer> await(CompletableFuture<Optional<LocalServer>> answer, long nanos) {
        try {
            return answer.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty(); // too slow to be of use
        }
    }
}
