package dev.voicebot.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One task of the speech service, as the stand-in saw it. */
public final class ReceivedSpeech {
    private final JsonNode payload;
    private final int socket;
    private final ByteArrayOutputStream sound = new ByteArrayOutputStream(); // guarded by itself
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final List<Long> textTimes = new CopyOnWriteArrayList<>();
    private final List<JsonNode> contexts = new CopyOnWriteArrayList<>();
    private final CountDownLatch heard = new CountDownLatch(1);
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream(); // guarded by itself
    private final CountDownLatch ended = new CountDownLatch(1);

    ReceivedSpeech(JsonNode payload, int socket) {
        this.payload = payload;
        this.socket = socket;
        addContext(payload.path("input").path("context"));
    }

    public boolean isRecognition() {
        return payload.path("task").asText().equals("asr");
    }

    public String model() {
        return payload.path("model").asText();
    }

    /** What went along with {@code run-task}. */
    public JsonNode input() {
        return payload.path("input");
    }

    public JsonNode parameters() {
        return payload.path("parameters");
    }

    /** What the recognizer is told of the conversation, oldest first; {@code run-task} and {@code continue-task} can. */
    public List<JsonNode> contexts() {
        return contexts;
    }

    /** The number of its connection, from 1. */
    public int socket() {
        return socket;
    }

    /** All sound received so far, 16-bit little-endian. */
    public byte[] sound() {
        synchronized (sound) {
            return sound.toByteArray();
        }
    }

    /** Every piece of text received so far. */
    public List<String> texts() {
        return texts;
    }

    /** When each of them came, by {@link System#nanoTime()}. */
    public List<Long> textTimes() {
        return textTimes;
    }

    /** Waits until the first sound or the first text was received; false when it ended without, or none came. */
    public boolean awaitInput() throws InterruptedException {
        return heard.await(20, TimeUnit.SECONDS) && (!texts.isEmpty() || sound().length > 0);
    }

    /** All sound sent so far. */
    public byte[] sent() {
        synchronized (sent) {
            return sent.toByteArray();
        }
    }

    /** Waits until the task was finished or its socket closed. */
    public boolean awaitEnd() throws InterruptedException {
        return ended.await(20, TimeUnit.SECONDS);
    }

    void addSound(byte[] bytes) {
        synchronized (sound) {
            sound.writeBytes(bytes);
        }
        heard.countDown();
    }

    void addContext(JsonNode context) {
        if (context.isArray() && !context.isEmpty()) {
            contexts.add(context);
        }
    }

    void addText(String text) {
        texts.add(text);
        textTimes.add(System.nanoTime());
        heard.countDown();
    }

    void addSent(byte[] bytes) {
        synchronized (sent) {
            sent.writeBytes(bytes);
        }
    }

    void end() {
        ended.countDown();
        heard.countDown();
    }
}
