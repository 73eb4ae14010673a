package dev.voicebot.repl;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Starting the screen's threads, and waiting for their end. */
final class Threads {
    private Threads() {}

    static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** What the user is told of a bug. */
    static AssistantException unforeseen(RuntimeException cause) {
        return new AssistantException(FaultKind.FAILED, "something went wrong: the log says what", cause);
    }

    /** The next of {@code queue}; blocks until there is one. An interrupted thread leaves as an interrupted turn does. */
    static <T> T take(BlockingQueue<T> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AssistantException.interrupted();
        }
    }

    /** Whether {@code executor} ended in time. */
    static boolean await(ExecutorService executor, Duration longest) {
        try {
            return executor.awaitTermination(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
