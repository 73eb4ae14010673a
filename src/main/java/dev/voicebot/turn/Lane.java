package dev.voicebot.turn;

import dev.voicebot.outcome.Interrupts;
import dev.voicebot.threads.Worker;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/** Work done in order on a thread of its own, so that whoever hands it over never waits. */
final class Lane {
    private final ExecutorService thread;

    Lane(Worker worker) {
        thread = worker.inOrder();
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
        return Interrupts.isDone(thread, atMost);
    }
}
