package dev.voicebot.terminal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.PrintStream;

/** One line at the bottom of a terminal that is rewritten in place; nothing at all when there is no terminal. */
public final class LiveLine {
    private static final String REWRITE = "\r\033[K";

    private final PrintStream err;
    private final boolean terminal;
    private final int columns;

    @GuardedBy("this")
    private boolean shown;

    public LiveLine(PrintStream err, boolean terminal, int columns) {
        this.err = err;
        this.terminal = terminal;
        this.columns = columns;
    }

    /** Shows the end of {@code text}, as much of it as fits. */
    public synchronized void show(String text) {
        if (!terminal) {
            return;
        }
        err.print(REWRITE + TextColumns.end(SafeText.row(text), columns - 1));
        err.flush();
        shown = true;
    }

    /** Takes the line away and prints something else; no line is shown meanwhile. */
    public synchronized void makeRoom(Runnable print) {
        clear();
        print.run();
    }

    /** Takes the line away, so that ordinary output can follow. */
    public synchronized void clear() {
        if (shown) {
            err.print(REWRITE);
            err.flush();
            shown = false;
        }
    }
}
