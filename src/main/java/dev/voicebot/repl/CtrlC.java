package dev.voicebot.repl;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.utils.Signals;

/** What Ctrl-C does outside a prompt: the first press runs the first action, and so on; the last one repeats. */
public final class CtrlC implements AutoCloseable {
    private static final String SIGNAL = "INT";

    private final Object previous;

    private CtrlC(Object previous) {
        this.previous = previous;
    }

    /** Takes over until closed; actions run on a thread of the JVM and must be quick. */
    public static CtrlC runs(Runnable first, Runnable then) {
        List<Runnable> actions = List.of(first, then);
        AtomicInteger presses = new AtomicInteger();
        return new CtrlC(Signals.register(
                SIGNAL,
                () -> actions.get(Math.min(presses.getAndIncrement(), actions.size() - 1))
                        .run()));
    }

    @Override
    public void close() {
        Signals.unregister(SIGNAL, previous);
    }
}
