package dev.voicebot.terminal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.utils.Signals;

/**
 * What Ctrl-C does outside a prompt: the first press runs the first action, and so on; the last one repeats. Another
 * program's wish that this one end (TERM, HUP) is the same as a press, so that nothing is lost by it either.
 */
public final class CtrlC implements AutoCloseable {
    private static final long TO_END = 10; // seconds that a wish to end leaves an action
    private static final int SIGNALED = 128; // what shells add to a signal's number
    private static final AtomicInteger ENDING = new AtomicInteger(); // the signal that told this process to end

    private final List<Registered> registered;

    private record Registered(String signal, Object previous) {}

    private CtrlC(List<Registered> registered) {
        this.registered = registered;
    }

    /** Takes over until closed; actions run on a thread of the JVM and must be quick. */
    public static CtrlC runs(Runnable first, Runnable then) {
        Presses presses = new Presses(System::nanoTime, first, then);
        return new CtrlC(List.of(
                register("INT", presses::press),
                register("TERM", () -> end(15, presses)),
                register("HUP", () -> end(1, presses))));
    }

    /** The program's exit code, or that of a program that a signal ended where one told this one to end. */
    public static int exitCode(int exit) {
        int signal = ENDING.get();
        return signal == 0 ? exit : SIGNALED + signal;
    }

    private static Registered register(String signal, Runnable action) {
        return new Registered(signal, Signals.register(signal, action));
    }

    private static void end(int signal, Presses presses) {
        ENDING.set(signal);
        presses.press();
        CompletableFuture.delayedExecutor(TO_END, TimeUnit.SECONDS).execute(presses::press);
    }

    @Override
    public void close() {
        registered.forEach(one -> Signals.unregister(one.signal(), one.previous()));
    }
}
