package dev.voicebot.engine.openai;

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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out what one port of this machine is, on a thread of its own, which ends with {@link #abandon} at the latest. */
final class Probe<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Probe.class);
    private static final int MOST_BYTES = 1 << 20; // of an answer

    private final URI server;
    private final Question<T> question;
    private final int timeoutMillis;
    private final CompletableFuture<Optional<T>> found = new CompletableFuture<>();
    private volatile @Nullable HttpURLConnection connection; // set by the probe's thread

    /** {@code server} is on loopback. */
    Probe(URI server, Duration limit, Question<T> question) {
        this.server = server;
        this.question = question;
        this.timeoutMillis = (int) Math.max(1, limit.toMillis());
    }

    /** What is to be found out. */
    @FunctionalInterface
    interface Question<T> {
        /** Empty where it is nothing of the kind. */
        Optional<T> ask(Documents documents) throws IOException;
    }

    /** What the server gives to anybody. */
    @FunctionalInterface
    interface Documents {
        /** Blocks for a round trip; empty where there is none. */
        Optional<byte[]> at(String address) throws IOException;
    }

    /** The first of {@code probes} that finds something. They run at once; blocks for at most {@code limit}. */
    static <T> Optional<T> first(List<Probe<T>> probes, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        probes.forEach(Probe::start);
        try {
            for (Probe<T> probe : probes) {
                Optional<T> found = probe.await(end - System.nanoTime());
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

    private void start() {
        Worker.LOOK_FOR.start(server.getPort(), this::ask);
    }

    private Optional<T> await(long nanos) throws InterruptedException {
        try {
            return found.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            LOG.debug("{} did not answer in time", server);
            return Optional.empty();
        } catch (ExecutionException e) {
            LOG.debug("{} is not what is looked for: {}", server, String.valueOf(e.getCause()));
            return Optional.empty();
        }
    }

    private void abandon() {
        HttpURLConnection open = connection;
        if (open != null) {
            open.disconnect();
        }
    }

    private void ask() {
        try {
            knock();
            found.complete(question.ask(this::get));
        } catch (IOException | RuntimeException e) {
            found.completeExceptionally(e);
        }
    }

    private Optional<byte[]> get(String address) throws IOException {
        HttpURLConnection http = (HttpURLConnection) URI.create(address).toURL().openConnection(Proxy.NO_PROXY);
        http.setConnectTimeout(timeoutMillis);
        http.setReadTimeout(timeoutMillis);
        http.setInstanceFollowRedirects(false);
        connection = http;
        if (http.getResponseCode() != HttpURLConnection.HTTP_OK) {
            return Optional.empty();
        }
        try (InputStream body = http.getInputStream()) {
            return Optional.of(body.readNBytes(MOST_BYTES));
        }
    }

    /** Most often nothing listens, and a bare socket says so before the HTTP classes would even be loaded. */
    private void knock() throws IOException {
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), timeoutMillis);
        }
    }
}
