package dev.voicebot.reading;

import static dev.voicebot.text.Messages.tr;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.threads.Worker;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A sink on a thread of its own, so that a slow one never holds up the voice or the other sinks. */
final class SinkLane implements AutoCloseable {
    private static final Duration ENDING = Duration.ofSeconds(3);

    private final SoundSink sink;
    private final int sampleRate;
    private final ExecutorService thread;

    @GuardedBy("this")
    private long waiting; // samples

    @GuardedBy("this")
    private @Nullable RuntimeException failure;

    SinkLane(SoundSink sink, int sampleRate, int number) {
        this.sink = sink;
        this.sampleRate = sampleRate;
        this.thread = Worker.SINK.inOrder(number);
    }

    /** Returns at once. */
    void write(PcmFrame frame) {
        count(frame.samples().length);
        submit(() -> {
            sink.write(frame);
            count(-frame.samples().length);
        });
    }

    /** Does this after all that was handed over before. */
    void submit(Runnable work) {
        try {
            thread.execute(() -> unlessFailed(work));
        } catch (RejectedExecutionException closed) {
            return; // a late frame of a reading that is over
        }
    }

    /**
     * Blocks until no more than so many seconds of sound wait.
     *
     * @throws AssistantException what the sink threw
     */
    synchronized void awaitRoom(double seconds) throws InterruptedException {
        while (failure == null && waiting > seconds * sampleRate) {
            wait();
        }
        throwIfFailed();
    }

    /** Blocks until the sink is finished. */
    void finish() throws InterruptedException {
        submit(sink::finish);
        thread.shutdown();
        thread.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        throwIfFailed();
    }

    /** Any thread. */
    void stop() {
        sink.stop();
        synchronized (this) {
            if (failure == null) {
                failure = AssistantException.interrupted();
            }
            notifyAll();
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        if (!Interrupts.isDone(thread, ENDING)) {
            sink.stop();
        }
        sink.close();
    }

    synchronized void throwIfFailed() {
        if (failure instanceof AssistantException fault) {
            throw fault;
        }
        if (failure != null) {
            throw new AssistantException(
                    FaultKind.FAILED, tr("Internal error while playing or saving. See the log."), failure);
        }
    }

    private void unlessFailed(Runnable work) {
        synchronized (this) {
            if (failure != null) {
                return;
            }
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            synchronized (this) {
                failure = failure == null ? e : failure;
                notifyAll();
            }
        }
    }

    private synchronized void count(int samples) {
        waiting += samples;
        notifyAll();
    }
}
