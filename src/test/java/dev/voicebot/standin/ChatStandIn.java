package dev.voicebot.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The chat half of the stand-in: POST …/chat/completions and GET …/models as DashScope's compatible endpoint answers
 * them. Needs a server to be mounted in; may be scripted from any thread, also while it serves.
 */
public final class ChatStandIn implements HttpHandler {
    /** What one request gets. */
    public sealed interface Answer permits Reply, Whole, Refusal, Verbatim {}

    /** How a reply's stream ends after its tokens. */
    public enum Ending {
        /** A usage chunk with empty choices, then {@code [DONE]}. */
        DONE,
        /** The stream just ends, with everything but {@code [DONE]}. */
        WITHOUT_DONE,
        /** An error object in place of a chunk. */
        ERROR,
        /** The connection is closed in the middle of the body. */
        CUT
    }

    /** An HTTP error instead of a stream. */
    public record Refusal(int status, Map<String, String> headers, String body) implements Answer {
        public static Refusal wrongKey() {
            return of(401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided.");
        }

        /** The service says when to try again: {@code Retry-After} in seconds. */
        public static Refusal tooManyRequests(int retryAfterSeconds) {
            Refusal plain = of(429, "limit_requests", "limit_requests", "You exceeded your current requests limit.");
            return new Refusal(429, Map.of("Retry-After", Integer.toString(retryAfterSeconds)), plain.body());
        }

        public static Refusal inspectionFailed() {
            return of(
                    400,
                    "data_inspection_failed",
                    "data_inspection_failed",
                    "Input data may contain inappropriate content.");
        }

        public static Refusal unknownModel(String model) {
            return of(
                    404,
                    "invalid_request_error",
                    "model_not_found",
                    "The model `" + model + "` does not exist or you do not have access to it.");
        }

        public static Refusal of(int status, String type, String code, String message) {
            return new Refusal(status, Map.of(), errorBody(type, code, message).toString());
        }
    }

    /** An answer at once, as of a server that knows no streams. */
    public record Whole(String content, String reasoning) implements Answer {
        public Whole(String content) {
            this(content, "");
        }
    }

    /** What other servers answer: a body as it is, sent piece by piece. */
    public record Verbatim(int status, String type, List<byte[]> pieces) implements Answer {
        public static Verbatim of(String type, String... pieces) {
            return new Verbatim(
                    200,
                    type,
                    Stream.of(pieces)
                            .map(piece -> piece.getBytes(StandardCharsets.UTF_8))
                            .toList());
        }

        /** Server-sent events, each with these data. */
        public static Verbatim events(String... data) {
            return of(
                    "text/event-stream",
                    Stream.of(data).map(d -> "data: " + d + "\n\n").toArray(String[]::new));
        }
    }

    /** A streamed answer; the {@code with…} methods vary it. */
    public record Reply(
            Function<JsonNode, List<String>> tokens,
            Duration beforeFirst,
            Duration between,
            String reasoning,
            boolean nullContents,
            Ending ending,
            String finishReason)
            implements Answer {
        public static Reply of(String... tokens) {
            List<String> fixed = List.of(tokens);
            return of(request -> fixed);
        }

        /** The tokens follow from the request's JSON body. */
        public static Reply of(Function<JsonNode, List<String>> tokens) {
            return new Reply(tokens, Duration.ZERO, Duration.ZERO, "", false, Ending.DONE, "stop");
        }

        /** Nothing at all, not even the status line, comes before {@code beforeFirst} is over. */
        public Reply withDelays(Duration newBeforeFirst, Duration newBetween) {
            return new Reply(tokens, newBeforeFirst, newBetween, reasoning, nullContents, ending, finishReason);
        }

        /** Sends {@code reasoning_content} before the answer, with null contents as reasoning models do. */
        public Reply withReasoning(String newReasoning) {
            return new Reply(tokens, beforeFirst, between, newReasoning, nullContents, ending, finishReason);
        }

        /** Sends a chunk with a null content before every token. */
        public Reply withNullContents() {
            return new Reply(tokens, beforeFirst, between, reasoning, true, ending, finishReason);
        }

        public Reply withEnding(Ending newEnding) {
            return new Reply(tokens, beforeFirst, between, reasoning, nullContents, newEnding, finishReason);
        }

        /** Why the model wrote no more: {@code stop}, {@code length}, {@code content_filter}. */
        public Reply withFinishReason(String newReason) {
            return new Reply(tokens, beforeFirst, between, reasoning, nullContents, ending, newReason);
        }
    }

    /**
     * One request as it came.
     *
     * @param headers by lower-case name
     * @param arrivedAt {@link System#nanoTime()} once the body was whole
     * @param clientPort tells connections apart
     */
    public record Request(
            JsonNode body, Map<String, String> headers, long arrivedAt, int clientPort, CountDownLatch hungUp) {
        /** The last user message; empty when there is none. */
        public String question() {
            return lastUserMessage(body);
        }

        /** Whether the client closed the connection before the answer was whole; waits for it. */
        public boolean awaitHangUp(Duration limit) throws InterruptedException {
            return hungUp.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** How often a waiting answer looks whether the client is still there. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Queue<Answer> next = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Request> arrivals = new LinkedBlockingQueue<>();
    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> modelListRequests = new ConcurrentLinkedQueue<>(); // the clients' ports
    private volatile Function<JsonNode, Answer> usual = request -> Reply.of(ChatStandIn::quote); // any thread
    private volatile Optional<String> key = Optional.empty(); // any thread
    private volatile Witness witness = Witness.NONE; // any thread
    private volatile UnaryOperator<Duration> mood = UnaryOperator.identity(); // any thread
    private volatile List<String> models = List.of("qwen-plus", "qwen-turbo"); // any thread

    /** Answers the next request not yet answered for; may be called several times, first in, first out. */
    public ChatStandIn answerNext(Answer answer) {
        next.add(answer);
        return this;
    }

    /** Answers every request that {@link #answerNext} says nothing about; without this call, it quotes the question. */
    public ChatStandIn answerAlways(Answer answer) {
        return answerBy(request -> answer);
    }

    /** The same; the answer follows from the request's JSON body. */
    public ChatStandIn answerBy(Function<JsonNode, Answer> answers) {
        usual = answers;
        return this;
    }

    /** From now on other keys, or none, get a 401. */
    public ChatStandIn requireKey(String newKey) {
        key = Optional.of(newKey);
        return this;
    }

    /** Who is told of requests and tokens. */
    public ChatStandIn witness(Witness told) {
        witness = told;
        return this;
    }

    /** Makes of each delay the one that is kept. */
    public ChatStandIn mood(UnaryOperator<Duration> varied) {
        mood = varied;
        return this;
    }

    /** What GET …/models lists. */
    public ChatStandIn listModels(String... names) {
        models = List.of(names);
        return this;
    }

    /** Every chat request so far, oldest first. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** The client's port of every GET …/models so far, oldest first. */
    public List<Integer> modelListRequests() {
        return List.copyOf(modelListRequests);
    }

    /** The oldest chat request not yet taken; waits for it. */
    public Request takeRequest(Duration limit) throws InterruptedException {
        Request request = arrivals.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        if (request == null) {
            throw new AssertionError("no chat request came within " + limit);
        }
        return request;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        long arrived = System.nanoTime();
        exchange.dispatch((HttpHandler) blocking -> handle(blocking, arrived));
    }

    /** On a thread that may block. */
    private void handle(HttpServerExchange exchange, long arrived) throws Exception {
        exchange.startBlocking();
        String path = exchange.getRequestPath();
        if (path.endsWith("/chat/completions")) {
            chat(exchange, arrived);
        } else if (path.endsWith("/models")) {
            modelListRequests.add(clientPort(exchange));
            sendJson(exchange, 200, modelList());
        } else {
            refuse(exchange, Refusal.of(404, "invalid_request_error", "not_found", "No such path: " + path));
        }
    }

    private void chat(HttpServerExchange exchange, long arrived) throws Exception {
        Request request = read(exchange);
        witness.saw(arrived, "chat.request", request.question());
        requests.add(request);
        arrivals.add(request);
        Answer answer = answerFor(request);
        if (answer instanceof Refusal refusal) {
            refuse(exchange, refusal);
        } else if (answer instanceof Whole whole) {
            sendJson(exchange, 200, whole(whole, request).toString());
        } else if (answer instanceof Verbatim verbatim) {
            send(exchange, verbatim);
        } else {
            try {
                stream(exchange, (Reply) answer, request);
            } catch (IOException | UncheckedIOException e) {
                request.hungUp().countDown();
                close(exchange);
            } catch (InterruptedException e) { // the server stops
                Thread.currentThread().interrupt();
                close(exchange);
            }
        }
    }

    private static void close(HttpServerExchange exchange) throws IOException {
        try {
            exchange.getConnection().close();
        } catch (RejectedExecutionException e) {
            // the server is stopping, and closes its connections itself
        }
    }

    private static Request read(HttpServerExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach(values -> headers.put(lowerCase(values.getHeaderName().toString()), values.getFirst()));
        JsonNode body = JSON.readTree(exchange.getInputStream());
        return new Request(body, Map.copyOf(headers), System.nanoTime(), clientPort(exchange), new CountDownLatch(1));
    }

    private static int clientPort(HttpServerExchange exchange) {
        return exchange.getSourceAddress().getPort();
    }

    private Answer answerFor(Request request) {
        String expected = key.map(k -> "Bearer " + k).orElse("");
        if (!expected.isEmpty() && !expected.equals(request.headers().get("authorization"))) {
            return Refusal.wrongKey();
        }
        Answer scripted = next.poll();
        return scripted == null ? usual.apply(request.body()) : scripted;
    }

    private void stream(HttpServerExchange exchange, Reply reply, Request request) throws Exception {
        Line line = new Line(exchange, request);
        line.pause(mood.apply(reply.beforeFirst()));
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/event-stream;charset=utf-8");
        line.send(chunk(request, "role", "assistant"));
        for (String sentence : reply.reasoning().split("(?<=\\. )", -1)) {
            think(line, sentence, reply, request);
        }
        sendTokens(line, reply, request);
        end(line, reply, request);
    }

    private void think(Line line, String thought, Reply reply, Request request) throws Exception {
        if (!thought.isEmpty()) {
            ObjectNode chunk = chunk(request, "reasoning_content", thought);
            ((ObjectNode) chunk.at("/choices/0/delta")).putNull("content");
            line.send(chunk);
            line.pause(mood.apply(reply.between()));
        }
    }

    private void sendTokens(Line line, Reply reply, Request request) throws Exception {
        boolean first = true;
        for (String token : reply.tokens().apply(request.body())) {
            if (!first) {
                line.pause(mood.apply(reply.between()));
            }
            first = false;
            if (reply.nullContents()) {
                line.send(chunk(request, "content", null));
            }
            witness.saw("chat.token", token);
            line.send(chunk(request, "content", token));
        }
    }

    private static void end(Line line, Reply reply, Request request) throws IOException {
        switch (reply.ending()) {
            case CUT -> line.cut();
            case ERROR -> {
                line.send(errorBody("internal_error", "internal_error", "The model broke down."));
                line.close();
            }
            case WITHOUT_DONE -> {
                line.send(lastChunk(request, reply.finishReason()));
                line.close();
            }
            case DONE -> {
                line.send(lastChunk(request, reply.finishReason()));
                line.send(usageChunk(request));
                line.send("[DONE]");
                line.close();
            }
        }
    }

    private static ObjectNode chunk(Request request, String field, @Nullable String value) {
        ObjectNode chunk = emptyChunk(request);
        ObjectNode choice = ((ArrayNode) chunk.get("choices")).addObject();
        choice.putObject("delta").put(field, value);
        choice.putNull("finish_reason").put("index", 0).putNull("logprobs");
        return chunk;
    }

    private static ObjectNode lastChunk(Request request, String finishReason) {
        ObjectNode chunk = chunk(request, "content", "");
        ((ObjectNode) chunk.at("/choices/0")).put("finish_reason", finishReason);
        return chunk;
    }

    private static ObjectNode usageChunk(Request request) {
        ObjectNode chunk = emptyChunk(request);
        chunk.putObject("usage")
                .put("prompt_tokens", 12)
                .put("completion_tokens", 7)
                .put("total_tokens", 19);
        return chunk;
    }

    private static ObjectNode whole(Whole whole, Request request) {
        ObjectNode answer = emptyChunk(request).put("object", "chat.completion");
        answer.set("usage", usageChunk(request).get("usage"));
        ObjectNode choice = ((ArrayNode) answer.get("choices")).addObject();
        choice.put("finish_reason", "stop").put("index", 0);
        ObjectNode message =
                choice.putObject("message").put("role", "assistant").put("content", whole.content());
        if (!whole.reasoning().isEmpty()) {
            message.put("reasoning_content", whole.reasoning());
        }
        return answer;
    }

    private static ObjectNode emptyChunk(Request request) {
        ObjectNode chunk = JsonNodeFactory.instance.objectNode();
        chunk.putArray("choices");
        return chunk.put("object", "chat.completion.chunk")
                .putNull("usage")
                .put("created", 1_767_225_600)
                .putNull("system_fingerprint")
                .put("model", request.body().path("model").asText())
                .put("id", "chatcmpl-00000000-0000-0000-0000-000000000000");
    }

    private static ObjectNode errorBody(String type, String code, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error")
                .put("message", message)
                .put("type", type)
                .putNull("param")
                .put("code", code);
        return body.put("request_id", "00000000-0000-0000-0000-000000000000");
    }

    private String modelList() {
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("object", "list");
        var data = list.putArray("data");
        models.forEach(name -> data.addObject()
                .put("id", name)
                .put("object", "model")
                .put("created", 1_767_225_600)
                .put("owned_by", "standin"));
        return list.toString();
    }

    private static void refuse(HttpServerExchange exchange, Refusal refusal) throws IOException {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        refusal.headers().forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
        send(exchange, refusal.status(), refusal.body());
    }

    private static void send(HttpServerExchange exchange, Verbatim verbatim) throws IOException {
        exchange.setStatusCode(verbatim.status());
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, verbatim.type());
        try (OutputStream out = exchange.getOutputStream()) {
            for (byte[] piece : verbatim.pieces()) {
                out.write(piece);
                out.flush();
            }
        }
    }

    private static void sendJson(HttpServerExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        send(exchange, status, body);
    }

    private static void send(HttpServerExchange exchange, int status, String body) throws IOException {
        exchange.setStatusCode(status);
        try (OutputStream out = exchange.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<String> quote(JsonNode request) {
        String answer = "You said: \"" + lastUserMessage(request) + "\". I am only a stand-in, but I heard every word.";
        List<String> tokens = new ArrayList<>();
        for (int from = 0; from < answer.length(); ) {
            int space = answer.indexOf(' ', from + 1);
            int to = space < 0 ? answer.length() : space;
            tokens.add(answer.substring(from, to));
            from = to;
        }
        return tokens;
    }

    private static String lastUserMessage(JsonNode request) {
        String last = "";
        for (JsonNode message : request.path("messages")) {
            if (message.path("role").asText().equals("user")) {
                last = message.path("content").asText();
            }
        }
        return last;
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The client at the other end of one exchange. */
    private record Line(HttpServerExchange exchange, Request request) {
        void send(ObjectNode event) throws IOException {
            try {
                send(JSON.writeValueAsString(event));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        void send(String data) throws IOException {
            exchange.getOutputStream().write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
            exchange.getOutputStream().flush();
        }

        void close() throws IOException {
            exchange.getOutputStream().close();
        }

        void cut() throws IOException {
            ChatStandIn.close(exchange);
        }

        /** Waits; leaves with an IOException as soon as the client hangs up. */
        void pause(Duration duration) throws IOException, InterruptedException {
            long end = System.nanoTime() + duration.toNanos();
            long left = duration.toNanos();
            while (left > 0) {
                request.hungUp().await(Math.min(left, LOOK_NANOS), TimeUnit.NANOSECONDS);
                throwIfHungUp();
                left = end - System.nanoTime();
            }
        }

        /** Undertow itself notices a client that left only at the next write: so read, which never blocks here. */
        private void throwIfHungUp() throws IOException {
            HttpServerConnection connection = (HttpServerConnection) exchange.getConnection();
            if (connection.getOriginalSourceConduit().read(ByteBuffer.allocate(1)) < 0) {
                throw new IOException("the client hung up");
            }
        }
    }
}
