package dev.voicebot.trace;

import dev.voicebot.threads.Worker;
import dev.voicebot.trace.TraceFile.Details;
import dev.voicebot.trace.TraceFile.Direction;
import dev.voicebot.trace.TraceFile.Kind;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of this program, passed on to the service and written down: a request and its answer, or a WebSocket.
 * The client's own encryption ends at this machine; from here on it is that of the service.
 */
final class Relay implements Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Set<String> REPLACED =
            Set.of("host", "connection", "accept-encoding", "sec-websocket-extensions", "http2-settings", "upgrade");
    private static final Set<String> FRAMING =
            Set.of("connection", "transfer-encoding", "content-length", "keep-alive");
    private static final Set<String> TOLD = Set.of("content-type", "retry-after"); // no other field is written

    private final int number;
    private final Socket client;
    private final Function<String, Optional<Target>> targets;
    private final TraceFile trace;
    private final boolean sound;
    private volatile Kind kind = Kind.HTTP;
    private volatile Optional<Socket> service = Optional.empty();

    /** {@code targets} finds the service by the path that the client asks for. */
    Relay(int number, Socket client, Function<String, Optional<Target>> targets, TraceFile trace, boolean sound) {
        this.number = number;
        this.client = client;
        this.targets = targets;
        this.trace = trace;
        this.sound = sound;
    }

    @Override
    public void run() {
        try (client) {
            InputStream fromClient = new BufferedInputStream(client.getInputStream());
            Optional<HttpHead> request = HttpHead.read(fromClient);
            if (request.isPresent()) {
                serve(request.get(), fromClient);
            }
        } catch (IOException e) {
            LOG.debug("traced connection {} ended: {}", number, e.toString());
        } finally {
            close();
        }
    }

    private void serve(HttpHead request, InputStream fromClient) throws IOException {
        String[] words = request.firstLine().split(" ", -1);
        Target target = targets.apply(words[1]).orElseThrow(() -> new IOException("no such service: " + words[1]));
        boolean upgrade = request.says("upgrade", "websocket");
        kind = upgrade ? Kind.WEB_SOCKET : Kind.HTTP;
        byte[] body = Body.ofRequest(request, fromClient).readAllBytes();
        tell(Direction.OUT, upgrade ? "open" : "request", line -> {
            line.put("method", words[0]).put("host", target.host()).put("path", target.path());
            if (body.length > 0) {
                line.put("text", new String(body, StandardCharsets.UTF_8));
            }
        });
        try (Socket connected = target.reach()) {
            service = Optional.of(connected);
            HttpHead passed = new HttpHead(words[0] + " " + target.path() + " HTTP/1.1", request.fields())
                    .without(REPLACED)
                    .with("Host: " + target.host())
                    .with("Connection: " + (upgrade ? "Upgrade" : "close"));
            if (upgrade) {
                passed = passed.with("Upgrade: websocket");
            }
            OutputStream toService = connected.getOutputStream();
            toService.write(unchunked(passed, body).bytes());
            toService.write(body);
            toService.flush();
            InputStream fromService = new BufferedInputStream(connected.getInputStream());
            HttpHead answer = HttpHead.read(fromService).orElseThrow(() -> new IOException("no answer"));
            if (answer.firstLine().contains(" 101")) {
                passFrames(answer, fromClient, fromService, toService);
            } else {
                passAnswer(answer, fromService);
            }
        } catch (IOException e) {
            tell(Direction.IN, "broken", line -> line.put("reason", e.toString()));
            throw e;
        }
    }

    private static HttpHead unchunked(HttpHead request, byte[] body) {
        return request.field("transfer-encoding").isEmpty()
                ? request
                : request.without(FRAMING)
                        .with("Content-Length: " + body.length)
                        .with("Connection: close");
    }

    private void passFrames(HttpHead answer, InputStream fromClient, InputStream fromService, OutputStream toService)
            throws IOException {
        tell(Direction.IN, "opened", line -> line.put("status", 101));
        OutputStream toClient = client.getOutputStream();
        toClient.write(answer.bytes());
        toClient.flush();
        Worker.TRACE.start(number + "-out", () -> pass(fromClient, toService, Direction.OUT));
        pass(fromService, toClient, Direction.IN);
    }

    /** Until that direction ends, and with it the other. */
    private void pass(InputStream in, OutputStream out, Direction direction) {
        try {
            new Frames(in, out, new Messages(direction)).passOn();
        } catch (IOException e) {
            LOG.debug("traced connection {} ended: {}", number, e.toString());
        } finally {
            tell(direction, "end", Details.NONE);
            close();
        }
    }

    /** The answer goes on as it comes; what is cut off at the service is cut off here. */
    private void passAnswer(HttpHead answer, InputStream fromService) throws IOException {
        int status = Integer.parseInt(answer.firstLine().split(" ", -1)[1]);
        tell(Direction.IN, "response", line -> {
            line.put("status", status);
            TOLD.forEach(name -> answer.field(name).ifPresent(value -> line.put(name, value)));
        });
        OutputStream toClient = client.getOutputStream();
        boolean hasBody = status != 204 && status != 304;
        HttpHead passed = answer.without(FRAMING).with("Connection: close");
        toClient.write((hasBody ? passed.with("Transfer-Encoding: chunked") : passed).bytes());
        toClient.flush();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        InputStream body = Body.ofResponse(answer, fromService);
        byte[] buffer = new byte[8192];
        for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
            toClient.write((Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            toClient.write(buffer, 0, count);
            toClient.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            toClient.flush();
            tellLines(line, buffer, count);
        }
        tellRest(line);
        if (hasBody) {
            toClient.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            toClient.flush();
        }
        tell(Direction.IN, "end", Details.NONE);
    }

    /** Whole lines only: a character or a key may come in two pieces. */
    private void tellLines(ByteArrayOutputStream line, byte[] buffer, int count) {
        int whole = count;
        while (whole > 0 && buffer[whole - 1] != '\n') {
            whole--;
        }
        line.write(buffer, 0, whole);
        if (whole > 0) {
            tellRest(line);
        }
        line.write(buffer, whole, count - whole);
    }

    private void tellRest(ByteArrayOutputStream line) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (!text.isEmpty()) {
            tell(Direction.IN, "text", details -> details.put("text", text));
        }
    }

    private void tell(Direction direction, String event, Details details) {
        trace.add(number, kind, direction, event, details);
    }

    @Override
    public void close() {
        closeQuietly(client);
        service.ifPresent(Relay::closeQuietly);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("a traced connection does not close: {}", e.toString());
        }
    }

    /** The messages of one direction of a WebSocket. */
    private final class Messages implements Frames.Listener {
        private final Direction direction;

        Messages(Direction direction) {
            this.direction = direction;
        }

        @Override
        public void text(byte[] utf8) {
            tell(direction, "text", line -> line.put("text", new String(utf8, StandardCharsets.UTF_8)));
        }

        @Override
        public void binary(byte[] bytes) {
            tell(direction, "binary", line -> {
                line.put("bytes", bytes.length);
                if (sound) {
                    line.put("sound", Base64.getEncoder().encodeToString(bytes));
                }
            });
        }

        @Override
        public void close(int code, String reason) {
            tell(direction, "close", line -> line.put("code", code).put("reason", reason));
        }
    }
}
