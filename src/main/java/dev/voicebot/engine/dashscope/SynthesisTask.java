package dev.voicebot.engine.dashscope;

import com.google.gson.JsonObject;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.SampleAssembler;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.synthesis.Voice;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;

/** One task of the service's: text in, sound out. Begins at once; belongs to a reply once it is bound to one. */
final class SynthesisTask implements TaskEvents {
    private final DashScopeSynthesizer synthesizer;
    private final TaskSocket socket;
    private final boolean isReused;
    private volatile Consumer<PcmFrame> frames = frame -> {}; // no sound comes before text
    private final SampleAssembler samples; // by the SDK's threads, one at a time
    private final DuplexTask<String> task;
    private Cancellation.Registration tie = () -> {};
    private volatile boolean answered; // by the SDK's threads
    private volatile long billed; // by the SDK's threads
    private boolean finished;

    /** {@code isReused} is for a socket that was open before, which may have died meanwhile. */
    SynthesisTask(DashScopeSynthesizer synthesizer, TaskSocket socket, Voice voice, boolean isReused) {
        this.synthesizer = synthesizer;
        this.socket = socket;
        this.isReused = isReused;
        this.samples = new SampleAssembler(synthesizer.sampleRate());
        this.task = new DuplexTask<>(
                synthesizer.connection(), synthesizer.faults(), socket, synthesizer.description(voice), this);
    }

    /** Before the first text. A cancel ends the task. */
    SynthesisTask bind(Consumer<PcmFrame> receiver, Cancellation cancellation) {
        frames = receiver;
        tie = cancellation.onCancel(task::abort);
        return this;
    }

    boolean isOver() {
        return task.isOver();
    }

    void write(String text) {
        task.throwIfFailed();
        task.send(text);
    }

    /** Blocks until the last frame was handed over. */
    void finish() {
        task.endOfInput();
        task.awaitEnd(synthesizer.patience());
        finished = true;
    }

    /** Whether the service ended it by itself, because no text came for long. */
    boolean endedIdle() {
        return task.end()
                .filter(end -> end == TaskEnd.IDLE || end == TaskEnd.EARLY || end == TaskEnd.FINISHED)
                .isPresent();
    }

    /** The service's count of characters, as far as it has told; 0 before. */
    long billedCharacters() {
        return billed;
    }

    boolean mayHaveADeadSocket() {
        return isReused && !answered && !task.end().equals(Optional.of(TaskEnd.GIVEN_UP));
    }

    /** Gives up what is not finished; a socket that served well is kept. */
    void close() {
        tie.close();
        if (finished) {
            synthesizer.keepWarm(socket);
        } else {
            task.abort();
        }
    }

    @Override
    public void result(JsonObject payload) {
        answered = true;
        long count = Json.object(payload, "usage")
                .map(usage -> Json.number(usage, "characters").orElse(0))
                .orElse(0L);
        billed = Math.max(billed, count);
    }

    @Override
    public void sound(ByteBuffer piece) {
        answered = true;
        samples.add(piece).ifPresent(frames);
    }

    @Override
    public void finished(JsonObject payload) {
        result(payload);
    }
}
