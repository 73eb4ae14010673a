package dev.voicebot.terminal;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.PosixSysTerminal;

/**
 * Tells soon whether Esc was pressed alone or begins the sequence of another key. JLine waits for what follows in steps
 * of a tenth of a second; too long for a reply that shall be silent at once.
 */
public final class LoneEscape {
    /** A terminal sends a sequence in one go; only a bad line tears it apart. */
    private static final Duration LONGEST_GAP = Duration.ofMillis(20);

    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(1);

    private final Waiting input;

    /** How many bytes of input wait to be read. */
    @FunctionalInterface
    interface Waiting {
        int bytes() throws IOException;
    }

    LoneEscape(Waiting input) {
        this.input = input;
    }

    /** For the process's own terminal; empty where it cannot be looked into. */
    @SuppressWarnings("resource") // the process's input is not closed here
    public static Optional<LoneEscape> on(Terminal terminal) {
        return terminal instanceof PosixSysTerminal
                ? Optional.of(new LoneEscape(new FileInputStream(FileDescriptor.in)::available))
                : Optional.empty();
    }

    /** After Esc was read: waits a moment; whether nothing follows. */
    boolean isAlone() {
        long end = System.nanoTime() + LONGEST_GAP.toNanos();
        do {
            if (somethingWaits()) {
                return false;
            }
            LockSupport.parkNanos(GLANCE);
        } while (System.nanoTime() < end);
        return !somethingWaits();
    }

    /** When it cannot be seen, JLine's way decides. */
    private boolean somethingWaits() {
        try {
            return input.bytes() > 0;
        } catch (IOException e) {
            return true;
        }
    }
}
