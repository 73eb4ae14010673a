package dev.voicebot.sound;

import dev.voicebot.threads.Worker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToLongFunction;
import javax.sound.sampled.SourceDataLine;

/**
 * A line to a speaker, and the thread {@code speaker} that it is written on: while the sound server is frozen every call
 * can hang, so that nobody else makes one. Any thread.
 */
final class SpeakerLine {
    private final SourceDataLine line;
    private final ExecutorService thread = Worker.SPEAKER.inOrder();
    private volatile boolean dead;
    private volatile Future<?> silence = CompletableFuture.completedFuture(null);

    SpeakerLine(SourceDataLine line) {
        this.line = line;
    }

    int sampleRate() {
        return (int) line.getFormat().getSampleRate();
    }

    int bufferBytes() {
        return line.getBufferSize();
    }

    /** Whether it is of no more use. */
    boolean isDead() {
        return dead;
    }

    /** It did not take what it was given, or does not answer. */
    void giveUp() {
        dead = true;
    }

    /** Does this on the line's thread, after all that was asked for before; {@code done} runs when it is over. */
    FutureTask<Long> submit(ToLongFunction<SourceDataLine> work, Runnable done) {
        FutureTask<Long> task = new FutureTask<>(() -> work.applyAsLong(line)) {
            @Override
            protected void done() {
                done.run();
            }
        };
        thread.execute(task);
        return task;
    }

    /** Returns at once; a write that waits for the speaker ends. */
    void silence() {
        CompletableFuture<Void> silent = new CompletableFuture<>();
        silence = silent;
        DeviceCalls.later(() -> {
            line.stop();
            line.flush();
            silent.complete(null);
        });
    }

    /** Whether it became silent, after it was asked to, in time. */
    boolean isSilentWithin(long millis) throws InterruptedException {
        try {
            silence.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }

    /** Returns at once. */
    void close() {
        dead = true;
        thread.shutdown();
        DeviceCalls.later(line::close);
    }
}
