package dev.voicebot.localmodels;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Serves files on loopback, as well or as badly as a test wants; one manner for each request, then the good one. */
final class FileServer implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Deque<Manner> manners = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** How a request is answered. */
    @FunctionalInterface
    interface Manner {
        void answer(HttpExchange exchange, byte[] file) throws IOException;
    }

    FileServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    FileServer with(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    FileServer next(Manner... wanted) {
        manners.addAll(List.of(wanted));
        return this;
    }

    String address(String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }

    URI folder() {
        return URI.create(address(""));
    }

    /** Each as {@code METHOD path Range}. */
    List<String> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1);
        String range = exchange.getRequestHeaders().getFirst("Range");
        requests.add(exchange.getRequestMethod() + " " + path + (range == null ? "" : " " + range));
        try (exchange) {
            byte[] file = files.get(path);
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            Manner manner = manners.isEmpty() ? FileServer::well : manners.pop();
            manner.answer(exchange, file);
        }
    }

    static void well(HttpExchange exchange, byte[] file) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (range != null && from >= file.length) {
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        if (range != null) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
        }
        exchange.sendResponseHeaders(range == null ? 200 : 206, file.length - from);
        exchange.getResponseBody().write(file, from, file.length - from);
    }

    static void ignoringRanges(HttpExchange exchange, byte[] file) throws IOException {
        exchange.sendResponseHeaders(200, file.length);
        exchange.getResponseBody().write(file);
    }

    /** Promises all of it and breaks off. */
    static Manner cutAfter(int bytes) {
        return (exchange, file) -> {
            exchange.sendResponseHeaders(200, file.length);
            OutputStream body = exchange.getResponseBody();
            body.write(file, 0, bytes);
            body.flush();
            exchange.close();
        };
    }

    /** Another length than the file's, and as many bytes. */
    static Manner ofLength(int bytes) {
        return (exchange, file) -> {
            exchange.sendResponseHeaders(200, bytes);
            exchange.getResponseBody().write(new byte[bytes]);
        };
    }

    /** Without a length, and without an end where the file ends. */
    static Manner endless(int bytes) {
        return (exchange, file) -> {
            exchange.sendResponseHeaders(200, 0); // chunked
            exchange.getResponseBody().write(new byte[bytes]);
        };
    }

    static Manner status(int status) {
        return (exchange, file) -> exchange.sendResponseHeaders(status, -1);
    }

    static void html(HttpExchange exchange, byte[] file) throws IOException {
        byte[] page = "<html>Please sign in</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
    }

    static Manner redirectTo(String address) {
        return (exchange, file) -> {
            exchange.getResponseHeaders().set("Location", address);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    static Manner rangeFrom(int from) {
        return (exchange, file) -> {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
            exchange.sendResponseHeaders(206, file.length - from);
            exchange.getResponseBody().write(file, from, file.length - from);
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
