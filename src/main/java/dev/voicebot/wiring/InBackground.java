package dev.voicebot.wiring;

import dev.voicebot.threads.Worker;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A value that is found on a thread of its own; until then, and where that fails, there is another one. */
final class InBackground<T> {
    private static final Logger LOG = LoggerFactory.getLogger(InBackground.class);

    private volatile T value; // set by the thread

    private InBackground(T meanwhile) {
        value = meanwhile;
    }

    static <T> InBackground<T> compute(Worker worker, Supplier<T> work, T meanwhile) {
        InBackground<T> result = new InBackground<>(meanwhile);
        worker.start(() -> result.find(work));
        return result;
    }

    private void find(Supplier<T> work) {
        try {
            value = work.get();
        } catch (RuntimeException e) {
            LOG.warn("{} failed", Thread.currentThread().getName(), e);
        }
    }

    T soFar() {
        return value;
    }
}
