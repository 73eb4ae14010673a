package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.terminal.KeyProtocol;
import dev.voicebot.terminal.TextColumns;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;

/** A terminal in memory: keys go in, the rows of its screen can be read and awaited. */
final class MemoryTerminal implements AutoCloseable {
    static final String XTERM = "\033[?64;1;2c";
    static final String KITTY = "\033[?0u\033[?62c";

    private static final long LONGEST_WAIT_MILLIS = 10_000;

    private final EmulatedScreen screen; // guarded by this
    private final LineDisciplineTerminal terminal;
    private final String answer;
    private boolean answered; // guarded by this
    private Mirror mirror = (text, shown) -> {}; // guarded by this

    /** Another terminal that shows the same. */
    interface Mirror {
        /** {@code text} was written, after which the screen is like this. */
        void show(String text, EmulatedScreen shown);
    }

    private final StringBuilder received = new StringBuilder(); // guarded by this
    private final NavigableMap<Integer, Long> times = new TreeMap<>(); // guarded by this; by what had come until then

    MemoryTerminal(int columns, int rows) {
        this(columns, rows, XTERM);
    }

    /** {@code answer}: what it says when it is asked for its keyboard protocol and its attributes. */
    MemoryTerminal(int columns, int rows, String answer) {
        this(columns, rows, answer, TextColumns::width);
    }

    /** {@code widths} is its own table of the columns that a character takes. */
    MemoryTerminal(int columns, int rows, String answer, IntUnaryOperator widths) {
        this.answer = answer;
        screen = new EmulatedScreen(columns, rows, widths);
        try {
            terminal = new Emulated();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        terminal.setSize(new Size(columns, rows));
    }

    /** Shows what was flushed, all at once: JLine's own hands on every row by itself, and half a picture is none. */
    private final class Emulated extends LineDisciplineTerminal {
        private final PrintWriter writer = new PrintWriter(new Picture());

        Emulated() throws IOException {
            super("test", "xterm-256color", OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
        }

        @Override
        public PrintWriter writer() {
            return writer;
        }

        private final class Picture extends StringWriter {
            @Override
            public void flush() {
                synchronized (lock) {
                    String flushed = toString();
                    getBuffer().setLength(0);
                    boolean returns = getAttributes().getOutputFlag(Attributes.OutputFlag.ONLCR);
                    show(returns ? flushed.replace("\n", "\r\n") : flushed);
                }
            }
        }
    }

    private synchronized void show(String text) {
        received.append(text);
        times.put(received.length(), System.nanoTime());
        if (!answered && received.indexOf(KeyProtocol.QUESTION) >= 0) {
            answered = true;
            type(answer);
        }
        screen.write(text);
        mirror.show(text, screen);
        notifyAll();
    }

    /** From now on {@code other} shows the same. */
    synchronized void mirror(Mirror other) {
        mirror = other;
    }

    /** What a terminal shows by itself of what is typed. */
    void echo(String text) {
        show(text);
    }

    Terminal terminal() {
        return terminal;
    }

    void type(String keys) {
        try {
            terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void resize(int columns, int rows) {
        synchronized (this) {
            screen.resize(columns);
            terminal.setSize(new Size(columns, rows));
        }
        terminal.raise(Terminal.Signal.WINCH);
    }

    /** All that was ever sent to the terminal. */
    synchronized String received() {
        return received.toString();
    }

    /** When as much as this had come, by {@link System#nanoTime()}. */
    synchronized long receivedAt(int length) {
        return times.ceilingEntry(length).getValue();
    }

    /** The rows of the screen, without trailing blanks. */
    synchronized List<String> rows() {
        return screen.rows();
    }

    /** The rows that have scrolled away and those of the screen. */
    synchronized List<String> everyRow() {
        return screen.everyRow();
    }

    /** Waits until some row is exactly this. */
    void awaitRow(String row) {
        await(rows -> rows.contains(row), "a row <" + row + ">");
    }

    /** Waits until these rows stand one below the other. */
    void awaitRows(String... block) {
        await(rows -> java.util.Collections.indexOfSubList(rows, List.of(block)) >= 0, String.join("\n", block));
    }

    /** Waits until no row is this. */
    void awaitGone(String row) {
        await(rows -> !rows.contains(row), "no row <" + row + ">");
    }

    synchronized void await(Predicate<List<String>> condition, String wanted) {
        long deadline = System.nanoTime() + LONGEST_WAIT_MILLIS * 1_000_000;
        while (!condition.test(rows())) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                assertThat(String.join("\n", rows())).as("the screen").isEqualTo(wanted);
            }
            try {
                wait(Math.max(1, left));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
