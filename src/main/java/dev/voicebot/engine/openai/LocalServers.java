package dev.voicebot.engine.openai;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.threads.Worker;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for an OpenAI-compatible server on this machine. */
public final class LocalServers {
    private static final Logger LOG = LoggerFactory.getLogger(LocalServers.class);
    private static final int MOST_BYTES = 1 << 20; // of a model list

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
        long end = System.nanoTime() + limit.toNanos();
        List<Probe> probes = candidates.stream()
                .map(candidate -> new Probe(candidate, limit))
                .toList();
        probes.forEach(Probe::start);
        try {
            for (Probe probe : probes) {
                Optional<LocalServer> found = probe.await(end - System.nanoTime());
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            Interrupts.keep(e);
            return Optional.empty();
        } finally {
            probes.forEach(Probe::abandon);
        }
    }

    /** One question to one candidate, on a thread of its own, which ends with {@link #abandon} at the latest. */
    private static final class Probe {
        private final Candidate candidate;
        private final int timeoutMillis;
        private final CompletableFuture<Optional<LocalServer>> found = new CompletableFuture<>();
        private volatile @Nullable HttpURLConnection connection; // set by the probe's thread

        Probe(Candidate candidate, Duration limit) {
            this.candidate = candidate;
            this.timeoutMillis = (int) Math.max(1, limit.toMillis());
        }

        void start() {
            Worker.LOOK_FOR.start(candidate.baseUrl().getPort(), this::ask);
        }

        Optional<LocalServer> await(long nanos) throws InterruptedException {
            try {
                return found.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                LOG.debug("{} did not answer in time", candidate);
                return Optional.empty();
            } catch (ExecutionException e) {
                LOG.debug("{} is no chat server: {}", candidate, String.valueOf(e.getCause()));
                return Optional.empty();
            }
        }

        void abandon() {
            HttpURLConnection open = connection;
            if (open != null) {
                open.disconnect();
            }
        }

        private void ask() {
            try {
                found.complete(
                        firstModel().map(model -> new LocalServer(candidate.name(), candidate.baseUrl(), model)));
            } catch (IOException | RuntimeException e) {
                found.completeExceptionally(e);
            }
        }

        private Optional<String> firstModel() throws IOException {
            knock();
            URI models = URI.create(candidate.baseUrl() + "/models");
            HttpURLConnection http = (HttpURLConnection) models.toURL().openConnection(Proxy.NO_PROXY);
            http.setConnectTimeout(timeoutMillis);
            http.setReadTimeout(timeoutMillis);
            http.setInstanceFollowRedirects(false);
            connection = http;
            if (http.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return Optional.empty();
            }
            try (InputStream body = http.getInputStream()) {
                return ModelList.firstChatModel(body.readNBytes(MOST_BYTES));
            }
        }

        /** Most often nothing listens, and a bare socket says so before the HTTP classes would even be loaded. */
        private void knock() throws IOException {
            try (Socket socket = new Socket(Proxy.NO_PROXY)) {
                URI server = candidate.baseUrl();
                socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), timeoutMillis);
            }
        }
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
                if (!id.isEmpty() && !id.toLowerCase(Locale.ROOT).contains("embed")) {
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
