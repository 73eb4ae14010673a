package dev.voicebot.standin;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.spi.WebSocketHttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plays a trace back: each connection gets what the service sent on the recorded one of the same kind and path that is
 * next, after the same delays. Takes any key.
 */
public final class ReplayServer implements AutoCloseable {
    private final List<RecordedConnection> left; // guarded by itself
    private final Undertow server;

    private ReplayServer(List<RecordedConnection> recorded, int port) {
        this.left = new ArrayList<>(recorded);
        this.server = Undertow.builder()
                .addHttpListener(port, "127.0.0.1")
                .setHandler(exchange -> exchange.dispatch((HttpHandler) this::answer))
                .build();
    }

    public static ReplayServer start(Path trace) throws IOException {
        return start(trace, 0);
    }

    static ReplayServer start(Path trace, int port) throws IOException {
        ReplayServer replay = new ReplayServer(RecordedConnection.read(trace), port);
        replay.server.start();
        return replay;
    }

    private int port() {
        return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }

    /** What a program needs to take this for the cloud. */
    public Map<String, String> environment() {
        return StandIn.environment(port(), Script.KEY);
    }

    private void answer(HttpServerExchange exchange) throws Exception {
        String kind =
                "websocket".equalsIgnoreCase(exchange.getRequestHeaders().getFirst(Headers.UPGRADE)) ? "ws" : "http";
        Optional<RecordedConnection> next = take(kind, exchange.getRequestPath());
        if (next.isEmpty()) {
            exchange.setStatusCode(404).getResponseSender().send("The trace has no further connection of this kind.");
            return;
        }
        List<RecordedConnection.Event> events = next.get().events();
        if (events.isEmpty()) {
            exchange.getConnection().close();
            return;
        }
        RecordedConnection.Event first = events.get(0);
        SpeechSocket.pause(first.delay());
        if (first.is("in", "opened")) {
            Handlers.websocket((WebSocketHttpExchange upgrade, WebSocketChannel channel) ->
                            new ReplayedSocket(channel, next.get()).start())
                    .handleRequest(exchange);
        } else if (first.is("in", "response")) {
            respond(exchange, next.get());
        } else {
            exchange.getConnection().close();
        }
    }

    private Optional<RecordedConnection> take(String kind, String path) {
        synchronized (left) {
            Optional<RecordedConnection> next =
                    left.stream().filter(each -> each.isFor(kind, path)).findFirst();
            next.ifPresent(left::remove);
            return next;
        }
    }

    private static void respond(HttpServerExchange exchange, RecordedConnection recorded) throws IOException {
        exchange.startBlocking();
        OutputStream out = exchange.getOutputStream();
        for (RecordedConnection.Event event : recorded.events()) {
            if (event.is("in", "response")) {
                exchange.setStatusCode(event.line().path("status").asInt());
                header(exchange, event, "content-type");
                header(exchange, event, "retry-after");
                continue;
            }
            SpeechSocket.pause(event.delay());
            if (event.is("in", "text")) {
                out.write(event.text().getBytes(StandardCharsets.UTF_8));
                out.flush();
            } else if (event.is("in", "broken")) {
                exchange.getConnection().close();
                return;
            }
        }
        out.close();
    }

    private static void header(HttpServerExchange exchange, RecordedConnection.Event event, String name) {
        if (event.line().has(name)) {
            exchange.getResponseHeaders()
                    .put(new HttpString(name), event.line().path(name).asText());
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
