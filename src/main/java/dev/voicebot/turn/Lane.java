package dev.voicebot.turn;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Work done in order on a thread of its own, so that whoever hands it over never waits. */
final class Lane {
    private final ExecutorService thread;

    Lane(String name) {
        thread = Executors.newSingleThreadExecutor(work -> {
            Thread worker = new Thread(work, name);
            worker.setDaemon(true);
            return worker;
        });
    }

    /** Does nothing once the lane is closed. */
    void submit(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException closed) {
            return; // a late frame of a reply that is over
        }
    }

    /** Takes no more work; the work it has goes on. */
    void close() {
        thread.shutdown();
    }

    /** Whether all its work was done in time; an interrupt counts as no. */
    boolean awaitEnd(Duration atMost) {
        try {
            return thread.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
