package dev.voicebot.engine.dashscope;

import dev.voicebot.outcome.AssistantException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Finds out why a socket does not open. The SDK would not say for half a minute: it sleeps ten seconds after each
 * failure, then tries again, and tells only of the third.
 */
final class Probe {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final DashScopeConnection connection;
    private final Faults faults;

    Probe(DashScopeConnection connection, Faults faults) {
        this.connection = connection;
        this.faults = faults;
    }

    /** Tries once to open a socket, without waiting; {@code told} receives why none opens, if that is certain. */
    void whenRefused(Consumer<AssistantException> told) {
        var unused = attempt().whenComplete((socket, e) -> {
            if (e == null) {
                socket.abort();
            } else {
                Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
                if (!(cause instanceof HttpTimeoutException)) {
                    told.accept(explain(cause, faults));
                }
            }
        });
    }

    /** Tries once to open a socket; blocks for two seconds at most. */
    AssistantException explain() {
        CompletableFuture<WebSocket> attempt = attempt();
        try {
            attempt.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS).abort();
            return tooSlow();
        } catch (ExecutionException e) {
            return explain(e.getCause() == null ? e : e.getCause(), faults);
        } catch (TimeoutException e) {
            var unused = attempt.thenAccept(WebSocket::abort);
            return tooSlow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return AssistantException.interrupted();
        }
    }

    private CompletableFuture<WebSocket> attempt() {
        return HttpClient.newBuilder()
                .connectTimeout(LIMIT)
                .build()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + connection.apiKey().reveal())
                .buildAsync(connection.websocketUrl(), new WebSocket.Listener() {});
    }

    private AssistantException tooSlow() {
        return faults.unreachable(
                "no answer within " + connection.connectTimeout().toMillis() + " ms", null);
    }

    /** Why a socket of the JDK's own client did not open. */
    static AssistantException explain(Throwable e, Faults faults) {
        if (e instanceof WebSocketHandshakeException refused) {
            return faults.ofStatus(refused.getResponse().statusCode(), null);
        }
        if (e.getCause() instanceof UnresolvedAddressException || e instanceof UnresolvedAddressException) {
            return faults.unreachable("no such host", e);
        }
        if (e instanceof ConnectException) {
            return faults.unreachable("the connection is refused", e);
        }
        return faults.unreachable(String.valueOf(e.getMessage()), e);
    }
}
