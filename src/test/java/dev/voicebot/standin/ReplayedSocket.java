package dev.voicebot.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.StreamSourceFrameChannel;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xnio.IoUtils;

/**
 * The service's side of a recorded WebSocket. What it sent waits for what the client had sent before: for every text,
 * and for as much sound, unless the client goes on with a text.
 */
final class ReplayedSocket extends AbstractReceiveListener implements Runnable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WebSocketChannel channel;
    private final RecordedConnection recorded;
    private final Map<String, String> tasks = new HashMap<>(); // the player's: recorded id, id of today
    private final List<String> texts = new ArrayList<>(); // guarded by this
    private long soundBytes; // guarded by this
    private boolean gone; // guarded by this

    ReplayedSocket(WebSocketChannel channel, RecordedConnection recorded) {
        this.channel = channel;
        this.recorded = recorded;
    }

    void start() {
        channel.getReceiveSetter().set(this);
        channel.resumeReceives();
        Thread player = new Thread(this, "replay");
        player.setDaemon(true);
        player.start();
    }

    @Override
    public void run() {
        int textsBefore = 0;
        long soundBefore = 0;
        try {
            for (RecordedConnection.Event event : recorded.events()) {
                if (event.is("out", "text")) {
                    learnTask(event.text(), awaitText(textsBefore++));
                } else if (event.is("out", "binary")) {
                    soundBefore += event.line().path("bytes").asLong();
                } else if (event.line().path("direction").asText().equals("in") && !event.is("in", "opened")) {
                    awaitSound(soundBefore, textsBefore);
                    SpeechSocket.pause(event.delay());
                    send(event);
                }
            }
        } catch (IOException e) {
            IoUtils.safeClose(channel); // the client has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(RecordedConnection.Event event) throws IOException {
        switch (event.line().path("event").asText()) {
            case "text" -> WebSockets.sendTextBlocking(ofToday(event.text()), channel);
            case "binary" -> WebSockets.sendBinaryBlocking(ByteBuffer.wrap(sound(event.line())), channel);
            case "close" ->
                WebSockets.sendCloseBlocking(
                        event.line().path("code").asInt(),
                        event.line().path("reason").asText(),
                        channel);
            default -> IoUtils.safeClose(channel);
        }
    }

    private static byte[] sound(JsonNode line) {
        return line.has("sound")
                ? Base64.getDecoder().decode(line.path("sound").asText())
                : new byte[line.path("bytes").asInt()];
    }

    private void learnTask(String then, String now) throws IOException {
        tasks.put(task(then), task(now));
    }

    private static String task(String message) throws IOException {
        return JSON.readTree(message).at("/header/task_id").asText();
    }

    private String ofToday(String text) {
        String replaced = text;
        for (Map.Entry<String, String> task : tasks.entrySet()) {
            replaced = task.getKey().isEmpty() ? replaced : replaced.replace(task.getKey(), task.getValue());
        }
        return replaced;
    }

    private synchronized String awaitText(int index) throws InterruptedException, IOException {
        while (texts.size() <= index) {
            waitForClient();
        }
        return texts.get(index);
    }

    private synchronized void awaitSound(long bytes, int textsBefore) throws InterruptedException, IOException {
        while (soundBytes < bytes && texts.size() <= textsBefore) {
            waitForClient();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // its callers loop
    private synchronized void waitForClient() throws InterruptedException, IOException {
        if (gone) {
            throw new IOException("the client has gone");
        }
        wait();
    }

    @Override
    protected synchronized void onFullTextMessage(WebSocketChannel source, BufferedTextMessage message) {
        texts.add(message.getData());
        notifyAll();
    }

    @Override
    protected synchronized void onFullBinaryMessage(WebSocketChannel source, BufferedBinaryMessage message) {
        var pooled = message.getData();
        soundBytes += WebSockets.mergeBuffers(pooled.getResource()).remaining();
        pooled.discard();
        notifyAll();
    }

    @Override
    protected void onClose(WebSocketChannel source, StreamSourceFrameChannel frame) throws IOException {
        leave();
        super.onClose(source, frame);
    }

    @Override
    protected void onError(WebSocketChannel source, Throwable error) {
        leave();
        super.onError(source, error);
    }

    private synchronized void leave() {
        gone = true;
        notifyAll();
    }
}
