package dev.voicebot.cli;

import dev.voicebot.programs.Clipboard;
import dev.voicebot.wiring.Devices;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Everything outside the program that it touches, so that a test can hand in its own.
 *
 * @param piped what comes through standard input
 * @param abort ends the process at once, when the user asks twice
 */
record Edges(
        InputStream in,
        Piped piped,
        PrintStream out,
        PrintStream err,
        Terminals terminals,
        Map<String, String> environment,
        Path workingDirectory,
        Path home,
        Optional<Path> checkout,
        Clock clock,
        Devices devices,
        Runnable abort) {
    /** How a variable says that something is not wanted. */
    private static final Set<String> NO = Set.of("", "0", "false", "no", "off");

    /** Which of the three standard streams is a terminal. */
    record Terminals(boolean in, boolean out, boolean err, int columns) {}

    /** The same with another standard input. */
    Edges reading(InputStream other) {
        return new Edges(
                other,
                piped,
                out,
                err,
                terminals,
                environment,
                workingDirectory,
                home,
                checkout,
                clock,
                devices,
                abort);
    }

    /** The user's clipboard; through the terminal where stderr is one. */
    Clipboard clipboard() {
        return new Clipboard(
                environment, Optional.of((Consumer<String>) this::send).filter(any -> terminals.err()));
    }

    private void send(String sequence) {
        err.print(sequence);
        err.flush();
    }

    /** Whether a screen reader reads, or the terminal can do nothing else: then no row is ever drawn again. */
    boolean showsLinesOnly() {
        String accessible = environment.getOrDefault("ACCESSIBLE", "");
        return !NO.contains(accessible.toLowerCase(Locale.ROOT))
                || environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** Whether a row of stderr may be rewritten in its place. */
    boolean rewritesRows() {
        return terminals.err() && !showsLinesOnly();
    }

    /** Colours are wanted: the stream is a terminal that has them and nobody asked for none. */
    boolean colours(boolean isTerminal) {
        return isTerminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }
}
