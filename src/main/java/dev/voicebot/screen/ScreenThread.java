package dev.voicebot.screen;

import dev.voicebot.outcome.Interrupts;
import dev.voicebot.threads.Worker;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that changes the screen, one piece of work after the other, each under the line's lock. */
final class ScreenThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScreenThread.class);

    private final ScheduledThreadPoolExecutor thread = Worker.SCREEN.scheduled();
    private final Consumer<Runnable> lock;

    /** {@code lock} runs work under the line's lock. */
    ScreenThread(Consumer<Runnable> lock) {
        this.lock = lock;
        thread.setRejectedExecutionHandler(new DiscardPolicy());
        thread.setRemoveOnCancelPolicy(true);
    }

    /** In the order of the calls; never blocks. */
    void later(Runnable work) {
        thread.execute(() -> run(work));
    }

    void later(Runnable work, Duration delay) {
        Future<?> unused = thread.schedule(() -> run(work), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void run(Runnable work) {
        try {
            lock.accept(work);
        } catch (RuntimeException e) {
            LOG.error("the screen failed", e);
        }
    }

    /** Does what was handed over until now, and nothing more. */
    @Override
    public void close() {
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.shutdown();
        Interrupts.isDone(thread, Duration.ofSeconds(1));
    }
}
