package dev.voicebot.engine.dashscope;

import com.google.gson.JsonObject;
import dev.voicebot.audio.SampleAssembler;
import dev.voicebot.outcome.Cancellation;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One task of the service's: text in, sound out. Begins at once; belongs to a reply once it is bound to one. */
final class SynthesisTask implements TaskEvents {
    /**
     * The service takes 20,000 in one piece, and counts each Chinese character twice.
     *
     * @see <a href="https://www.alibabacloud.com/help/en/model-studio/cosyvoice-websocket-api">text length limits</a>
     */
    private static final int LONGEST_PIECE = 10_000;

    private final SynthesisSockets sockets;
    private final SynthesisSockets.Speaker speaker;
    private final TaskSocket socket;
    private final boolean isReused;
    private final SampleAssembler samples; // by the SDK's threads, one at a time
    private final DuplexTask<String> task;
    private volatile @Nullable TaskSpeech speech; // null before the task belongs to a reply
    private volatile boolean wrote; // no sound is this task's before
    private volatile boolean started; // by the SDK's threads
    private Cancellation.Registration tie = () -> {};
    private boolean finished;

    /** {@code isReused} is for a socket that was open before, which may have died meanwhile. */
    SynthesisTask(SynthesisSockets sockets, SynthesisSockets.Speaker speaker, TaskSocket socket, boolean isReused) {
        this.sockets = sockets;
        this.speaker = speaker;
        this.socket = socket;
        this.isReused = isReused;
        this.samples = new SampleAssembler(sockets.sampleRate());
        this.task =
                new DuplexTask<>(sockets.connection(), sockets.faults(), socket, sockets.description(speaker), this);
    }

    /** Before the first text. A cancel ends the task. */
    SynthesisTask bind(TaskSpeech share, Cancellation cancellation) {
        speech = share;
        tie = cancellation.onCancel(task::abort);
        return this;
    }

    /** Who speaks. */
    SynthesisSockets.Speaker speaker() {
        return speaker;
    }

    boolean isOver() {
        return task.isOver();
    }

    /** Sends more text, which does not wait for anything. */
    void write(String text) {
        wrote = true;
        for (int begin = 0; begin < text.length(); ) {
            int end = endOfPiece(text, begin);
            task.send(text.substring(begin, end));
            begin = end;
        }
    }

    /** Cuts no character in two that is two of Java's. */
    private static int endOfPiece(String text, int begin) {
        int end = Math.min(text.length(), begin + LONGEST_PIECE);
        return end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }

    /** Throws the fault that ended the task. */
    void throwIfFailed() {
        task.throwIfFailed();
    }

    /** Blocks until the last frame was handed over, or the service has said nothing for as long as {@code patience}. */
    void finish(Supplier<Duration> patience) {
        task.endOfInput();
        task.awaitEnd(patience);
        finished = true;
    }

    /** Whether the service ended it by itself, because no text came any more or because it thought that it had all. */
    boolean endedIdle() {
        return task.end()
                .filter(end -> end == TaskEnd.IDLE || end == TaskEnd.EARLY)
                .isPresent();
    }

    /** Whether it was given up because the service said nothing any more. */
    boolean wasSilent() {
        return task.end().filter(end -> end == TaskEnd.SILENT).isPresent();
    }

    /** Whether the service took the task, or closed the socket without a word: then what ended it is no refusal. */
    boolean wasNotRefused() {
        return started || task.end().filter(end -> end == TaskEnd.CLOSED).isPresent();
    }

    /** Whether the socket was left open by an earlier task, and the service has not answered on it since. */
    boolean mayHaveADeadSocket() {
        return isReused
                && !started
                && task.end().filter(end -> end == TaskEnd.GIVEN_UP).isEmpty();
    }

    /** Gives up what is not finished; a socket that served well is kept. */
    void close() {
        tie.close();
        if (finished) {
            sockets.keepWarm(socket);
        } else {
            task.abort();
        }
    }

    @Override
    public void started() {
        started = true;
    }

    @Override
    public void result(JsonObject payload) {
        TaskSpeech share = speech;
        if (share != null && wrote) {
            share.event(SynthesisEvent.of(payload));
        }
    }

    @Override
    public void sound(ByteBuffer piece) {
        TaskSpeech share = speech;
        if (share != null && wrote) {
            samples.add(piece).ifPresent(share::sound);
        }
    }

    @Override
    public void finished(JsonObject payload) {
        result(payload);
    }
}
