package dev.voicebot.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/** One connection to the speech service: tasks one after the other, answered in order on a thread of its own. */
final class SpeechSocket extends AbstractReceiveListener {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] LOUD = Script.bytes(Tones.of("stray", 16000), 16000);

    private final WebSocketChannel channel;
    private final Script script;
    private final int number;
    private final Consumer<ReceivedSpeech> tasks;
    private final ScheduledExecutorService answers = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "stand-in-answers");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Task task; // the answering thread's
    private @Nullable String lastId; // the answering thread's: of the task before
    private @Nullable ReceivedSpeech running; // the answering thread's; before the task has started, too

    SpeechSocket(WebSocketChannel channel, Script script, int number, Consumer<ReceivedSpeech> tasks) {
        this.channel = channel;
        this.script = script;
        this.number = number;
        this.tasks = tasks;
    }

    @Override
    protected void onFullTextMessage(WebSocketChannel source, BufferedTextMessage message) {
        long now = System.nanoTime();
        String text = message.getData();
        later(() -> answer(JSON.readTree(text), now));
    }

    @Override
    protected void onFullBinaryMessage(WebSocketChannel source, BufferedBinaryMessage message) {
        var pooled = message.getData();
        ByteBuffer merged = WebSockets.mergeBuffers(pooled.getResource());
        byte[] bytes = new byte[merged.remaining()];
        merged.get(bytes);
        pooled.discard();
        script.witness.saw("asr.sound", Integer.toString(bytes.length));
        later(() -> {
            if (task != null) {
                task.hear(bytes);
            }
        });
    }

    @Override
    protected void onClose(WebSocketChannel source, io.undertow.websockets.core.StreamSourceFrameChannel frame)
            throws IOException {
        later(this::forget);
        super.onClose(source, frame);
    }

    @Override
    protected void onError(WebSocketChannel source, Throwable error) {
        later(this::forget);
        super.onError(source, error);
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    void close() {
        IoUtils.safeClose(channel);
        answers.shutdownNow();
    }

    void forget() {
        if (running != null) {
            running.end();
        }
        running = null;
        task = null;
    }

    private void answer(JsonNode message, long nanos) throws IOException {
        JsonNode header = message.path("header");
        switch (header.path("action").asText()) {
            case "run-task" -> start(header.path("task_id").asText(), message.path("payload"));
            case "continue-task" -> {
                Task spoken = current();
                JsonNode input = message.path("payload").path("input");
                if (spoken.received.isRecognition()) {
                    spoken.received.addContext(input.path("context"));
                    return;
                }
                script.witness.saw(nanos, "tts.text", input.path("text").asText());
                spoken.say(input.path("text").asText());
                watch(spoken);
            }
            case "finish-task" -> {
                Task ending = current();
                script.witness.saw(nanos, ending.received.isRecognition() ? "asr.finish" : "tts.finish", "");
                ending.finish();
            }
            default -> throw new IOException("unknown action in " + message);
        }
    }

    private Task current() throws IOException {
        if (task == null) {
            throw new IOException("no task is running");
        }
        return task;
    }

    private void start(String id, JsonNode payload) throws IOException {
        ReceivedSpeech received = new ReceivedSpeech(payload, number);
        running = received;
        tasks.accept(received);
        script.witness.saw(received.isRecognition() ? "asr.begin" : "tts.begin", "");
        pause(script.startDelay);
        Optional<Refused> refused = Refused.of(received, script.models());
        Optional<Ending> ending = refused.isPresent() ? Optional.empty() : script.ending(received);
        if (refused.isPresent()) {
            fail(id, refused.get().code(), refused.get().message());
        } else if (ending.filter(end -> end.is(Ending.Moment.BEFORE)).isPresent()) {
            ending.get().happen(this, id);
        } else {
            begin(id, received, ending);
        }
    }

    private void begin(String id, ReceivedSpeech received, Optional<Ending> ending) {
        strays(Script.Stray.LATE, lastId);
        event(id, "task-started", JSON.createObjectNode());
        strays(Script.Stray.LATE, lastId);
        if (ending.filter(end -> end.is(Ending.Moment.START)).isPresent()) {
            ending.get().happen(this, id);
            return;
        }
        lastId = id;
        task = received.isRecognition()
                ? RecognitionTask.of(this, script, id, received)
                : new SynthesisTask(this, script, id, received);
        task.ending = ending;
        watch(task);
    }

    /** What belongs to the task {@code id}, which is not the one that runs. */
    void strays(Script.Stray kind, @Nullable String id) {
        if (script.stray != kind || id == null) {
            return;
        }
        ObjectNode payload = words("stray words", true);
        event(id, "result-generated", payload);
        sendSound(LOUD);
        if (kind == Script.Stray.FOREIGN) {
            event(id, "task-finished", payload);
        }
    }

    /** Says the same, changed a little, until the client has gone. */
    void repeat(String id) {
        for (int i = 0; isOpen(); i++) {
            event(id, "result-generated", words("words " + i % 10, false));
            pause(Duration.ofMillis(1));
        }
    }

    private static ObjectNode words(String text, boolean ended) {
        ObjectNode payload = JSON.createObjectNode();
        ObjectNode output = payload.putObject("output").put("type", "sentence-synthesis");
        output.putObject("sentence")
                .put("sentence_id", 1)
                .put("begin_time", 0)
                .put("end_time", 100)
                .put("text", text)
                .put("sentence_end", ended)
                .putArray("words");
        return payload;
    }

    private void watch(Task watched) {
        if (script.idleLimit.isPresent() && !watched.received.isRecognition()) {
            Duration limit = script.idleLimit.get();
            int texts = watched.received.texts().size();
            var unused = answers.schedule(
                    () -> {
                        if (task == watched && watched.received.texts().size() == texts) {
                            fail(watched.id, script.idleCode, "request timeout after 23 seconds.");
                        }
                    },
                    limit.toNanos(),
                    TimeUnit.NANOSECONDS);
        }
    }

    /**
     * Ends the connection without a word, once the client has read what was sent: it answers a ping then. A reset takes
     * with it what still waits to be read.
     */
    void cutOnceRead() {
        forget();
        WebSockets.sendPing(ByteBuffer.allocate(0), channel, null);
    }

    @Override
    protected void onFullPongMessage(WebSocketChannel source, BufferedBinaryMessage message) {
        message.getData().free();
        cut();
    }

    /** Ends the connection without a word. */
    void cut() {
        IoUtils.safeClose(channel);
    }

    /** Ends the connection with a Close frame. */
    void closeWith(int code) {
        forget();
        try {
            WebSockets.sendCloseBlocking(code, "played by the stand-in", channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void fail(String id, String code, String message) {
        ObjectNode failed = message(id, "task-failed", JSON.createObjectNode());
        ((ObjectNode) failed.path("header")).put("error_code", code).put("error_message", message);
        send(failed);
        forget();
    }

    void finished(String id, @Nullable ObjectNode usage) {
        ObjectNode payload = JSON.createObjectNode();
        payload.putObject("output");
        if (usage != null) {
            payload.set("usage", usage);
        }
        event(id, "task-finished", payload);
        forget();
    }

    void event(String id, String name, JsonNode payload) {
        send(message(id, name, payload));
    }

    void sendSound(byte[] bytes) {
        try {
            WebSockets.sendBinaryBlocking(ByteBuffer.wrap(bytes), channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ObjectNode message(String id, String name, JsonNode payload) {
        ObjectNode message = JSON.createObjectNode();
        ObjectNode header = message.putObject("header");
        header.put("task_id", id).put("event", name).putObject("attributes");
        message.set("payload", payload);
        return message;
    }

    private void send(JsonNode message) {
        try {
            WebSockets.sendTextBlocking(message.toString(), channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void later(Work work) {
        try {
            answers.execute(() -> {
                try {
                    work.run();
                } catch (IOException | UncheckedIOException e) {
                    forget(); // the client has gone
                }
            });
        } catch (RejectedExecutionException closed) {
            return; // the stand-in is closing
        }
    }

    /** What may find the client gone. */
    private interface Work {
        void run() throws IOException;
    }

    /** A running task. */
    abstract static class Task {
        final SpeechSocket socket;
        final Script script;
        final String id;
        final ReceivedSpeech received;
        Optional<Ending> ending = Optional.empty();

        Task(SpeechSocket socket, Script script, String id, ReceivedSpeech received) {
            this.socket = socket;
            this.script = script;
            this.id = id;
            this.received = received;
        }

        void hear(byte[] sound) {}

        void say(String text) {}

        abstract void finish();

        static ObjectNode object() {
            return JSON.createObjectNode();
        }

        /** Ends the task if the script says so; {@code done} sentences went well. */
        boolean endsInTheMiddle(int done) {
            return ends(Ending.Moment.MIDDLE, done);
        }

        /** Ends the task in place of {@code task-finished} if the script says so. */
        boolean endsAtTheEnd() {
            return ends(Ending.Moment.END, Integer.MAX_VALUE);
        }

        private boolean ends(Ending.Moment moment, int done) {
            Optional<Ending> now = ending.filter(end -> end.is(moment) && done >= end.after());
            now.ifPresent(end -> end.happen(socket, id));
            return now.isPresent();
        }
    }
}
