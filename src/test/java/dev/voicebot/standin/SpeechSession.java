package dev.voicebot.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A client of the speech service on one socket, frame by frame. */
final class SpeechSession implements AutoCloseable, WebSocket.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RATE = 16000;

    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final AtomicLong soundBytes = new AtomicLong();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder(); // by one thread at a time, as the client promises
    private @Nullable WebSocket socket;
    private String task = "";

    static SpeechSession open(StandIn standIn, String key) {
        SpeechSession session = new SpeechSession();
        session.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + key)
                .buildAsync(URI.create(standIn.speechUrl()), session)
                .join();
        return session;
    }

    SpeechSession begin(String kind, String model, String parameters) throws InterruptedException {
        return beginWith(kind, model, parameters, "{}");
    }

    SpeechSession beginWith(String kind, String model, String parameters, String input) throws InterruptedException {
        task = UUID.randomUUID().toString().replace("-", "");
        send(
                "run-task",
                "{\"task_group\":\"audio\",\"task\":\"" + kind + "\",\"model\":\"" + model + "\",\"parameters\":"
                        + parameters + ",\"input\":" + input + "}");
        awaitFirst();
        return this;
    }

    SpeechSession speak(int millis) {
        return sound(millis, (short) 8000);
    }

    SpeechSession rest(int millis) {
        return sound(millis, (short) 0);
    }

    SpeechSession say(String words) {
        send("continue-task", "{\"input\":{\"text\":\"" + words + "\"}}");
        return this;
    }

    /** Waits for the end, of the task or of the socket. */
    void finish() throws InterruptedException {
        send("finish-task", "{\"input\":{}}");
        awaitEvent("task-finished");
    }

    String task() {
        return task;
    }

    Stream<JsonNode> events() {
        return events.stream();
    }

    List<JsonNode> results() {
        return events().filter(event -> name(event).equals("result-generated"))
                .map(event -> event.path("payload"))
                .toList();
    }

    Stream<JsonNode> sentences() {
        return results().stream().map(result -> result.at("/output/sentence")).filter(s -> !s.isMissingNode());
    }

    List<String> spoken() {
        return results().stream()
                .filter(result -> result.at("/output/type").asText().equals("sentence-begin"))
                .map(result -> result.at("/output/original_text").asText())
                .toList();
    }

    boolean has(String event) {
        return events().anyMatch(each -> name(each).equals(event));
    }

    JsonNode last(String event) {
        return events().filter(each -> name(each).equals(event))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    JsonNode await(String event) throws InterruptedException {
        awaitEvent(event);
        return last(event);
    }

    long soundBytes() {
        return soundBytes.get();
    }

    int closeCode() throws Exception {
        return closed.get(20, TimeUnit.SECONDS);
    }

    private void awaitFirst() throws InterruptedException {
        await(() ->
                events().anyMatch(event -> event.at("/header/task_id").asText().equals(task)));
    }

    private void awaitEvent(String event) throws InterruptedException {
        await(() -> events().anyMatch(each ->
                name(each).equals(event) && each.at("/header/task_id").asText().equals(task)));
    }

    private synchronized void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean() && !closed.isDone()) {
            wait();
        }
    }

    private SpeechSession sound(int millis, short level) {
        short[] samples = new short[RATE / 10];
        Arrays.fill(samples, level);
        for (int sent = 0; sent < millis; sent += 100) {
            attempt(open().sendBinary(ByteBuffer.wrap(Script.bytes(samples, RATE)), true));
        }
        return this;
    }

    private void send(String action, String payload) {
        attempt(open().sendText(
                        "{\"header\":{\"action\":\"" + action + "\",\"task_id\":\"" + task
                                + "\",\"streaming\":\"duplex\"},\"payload\":" + payload + "}",
                        true));
    }

    /** What is sent may find the socket closed: that is seen by what comes. */
    private static void attempt(CompletableFuture<WebSocket> sent) {
        try {
            sent.join();
        } catch (CompletionException e) {
            return;
        }
    }

    private WebSocket open() {
        if (socket == null) {
            throw new IllegalStateException("not open");
        }
        return socket;
    }

    private static String name(JsonNode event) {
        return event.at("/header/event").asText();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            synchronized (this) {
                events.add(parse(text.toString()));
                notifyAll();
            }
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    private static JsonNode parse(String message) {
        try {
            return JSON.readTree(message);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        soundBytes.addAndGet(data.remaining());
        from.request(1);
        return null;
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        notifyAll();
        return null;
    }

    @Override
    public synchronized void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
        notifyAll();
    }

    @Override
    public void close() {
        open().abort();
    }
}
