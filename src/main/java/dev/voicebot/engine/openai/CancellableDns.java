package dev.voicebot.engine.openai;

import dev.voicebot.outcome.Cancellation;
import dev.voicebot.threads.Worker;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import okhttp3.Dns;

/**
 * Looks up hosts so that a cancel ends the wait. The system's own lookup can hang for many seconds where the network is
 * half there, and cannot be ended: it is left behind on a thread of its own.
 */
final class CancellableDns implements Dns {
    private final Dns slow;
    private final Supplier<Cancellation> running;

    /** Looks up with {@code slow}; {@code running} says what may cancel the calling thread's lookup. */
    CancellableDns(Dns slow, Supplier<Cancellation> running) {
        this.slow = slow;
        this.running = running;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
        Worker.LOOK_UP.start(host, () -> lookup(host, found));
        try (Cancellation.Registration stop = running.get().onCancel(() -> found.cancel(false))) {
            return found.join();
        } catch (CancellationException | CompletionException e) {
            throw unknown(host, e);
        }
    }

    private void lookup(String host, CompletableFuture<List<InetAddress>> found) {
        try {
            found.complete(slow.lookup(host));
        } catch (UnknownHostException | RuntimeException e) {
            found.completeExceptionally(e);
        }
    }

    private static UnknownHostException unknown(String host, RuntimeException cause) {
        UnknownHostException unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }
}
