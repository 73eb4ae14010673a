package dev.voicebot.training;

import dev.voicebot.threads.Worker;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers chat requests and speech tasks on one loopback port, each with a fixed word or a little silence. */
public final class TrainingServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TrainingServer.class);
    private static final String CHAT_REPLY = """
            data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":\
            {"role":"assistant","content":"**Hello**, 你好. One `word` more.\\n\\n- this\\n\\n"},"finish_reason":null}]}

            data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":\
            {},"finish_reason":"stop"}]}

            data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[],"usage":\
            {"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}

            data: [DONE]

            """;

    private static final String NO_MODELS = "{\"object\":\"list\",\"data\":[]}";

    private final ServerSocket server;

    private TrainingServer(ServerSocket server) {
        this.server = server;
    }

    /** Listens on a free port of the loopback address, on threads of its own. */
    public static TrainingServer start() throws IOException {
        TrainingServer started = new TrainingServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Worker.TRAINING_SERVER.start(started::accept);
        return started;
    }

    /** Where it listens, as {@code host:port}. */
    public String authority() {
        return server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Worker.TRAINING_CLIENT.start(() -> serve(client));
            } catch (IOException e) {
                log.debug("no more clients", e);
            }
        }
    }

    private static void serve(Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            Map<String, String> headers = headers(in);
            if (headers.containsKey("sec-websocket-key")) {
                SpeechTasks.serve(headers.get("sec-websocket-key"), in, out);
            } else {
                in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
                out.write(answer(headers.getOrDefault("", "")).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            log.debug("a client left", e);
        }
    }

    /** Framed as services do it. */
    private static String answer(String requestLine) {
        String head = "HTTP/1.1 200 OK\r\nConnection: close\r\n";
        if (requestLine.contains("/chat/completions")) {
            int length = CHAT_REPLY.getBytes(StandardCharsets.UTF_8).length;
            return head + "Content-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + Integer.toHexString(length) + "\r\n" + CHAT_REPLY + "\r\n0\r\n\r\n";
        }
        return head + "Content-Type: application/json\r\nContent-Length: " + NO_MODELS.length() + "\r\n\r\n"
                + NO_MODELS;
    }

    /** The request line has the empty name. */
    private static Map<String, String> headers(DataInputStream in) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("", line(in));
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, Math.max(1, colon)),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
