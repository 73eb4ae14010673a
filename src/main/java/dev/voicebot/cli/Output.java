package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import dev.voicebot.terminal.LiveLine;
import dev.voicebot.terminal.SafeText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Data to stdout, lines about the work to stderr, nothing in either that would steer a terminal. */
final class Output {
    private static final List<String> YES = List.of("", "y", "yes", "是", "好");
    private static final int LINES_AT_ONCE = 500;

    private final Edges edges;
    private final LiveLine live;

    @GuardedBy("this")
    private final SafeText safe = new SafeText();

    Output(Edges edges) {
        this.edges = edges;
        this.live = new LiveLine(
                edges.err(), edges.rewritesRows(), edges.terminals().columns());
    }

    /** The line on stderr that is rewritten in place; it makes room for what is printed here. */
    LiveLine liveLine() {
        return live;
    }

    /**
     * Data, to stdout, at once; tabs stay, they separate columns.
     *
     * @throws AssistantException INTERRUPTED when whoever read it has left, or it cannot be written
     */
    synchronized void print(String text) {
        String clean = safe.cleanCells(text);
        if (edges.terminals().out()) {
            live.makeRoom(() -> write(clean));
        } else {
            write(clean);
        }
    }

    private void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8); // much quicker than a print stream's own encoder
        edges.out().write(bytes, 0, bytes.length);
        if (edges.out().checkError()) {
            throw AssistantException.interrupted();
        }
    }

    /** A line of data, to stdout, at once. */
    void printLine(String line) {
        print(line + "\n");
    }

    /** A line of data for each, the many of a long list in a few writes; {@code line} is asked on several threads. */
    <T> void printLines(List<T> items, Function<T, String> line) {
        IntStream.iterate(0, from -> from < items.size(), from -> from + LINES_AT_ONCE)
                .mapToObj(from -> items.subList(from, Math.min(from + LINES_AT_ONCE, items.size())))
                .toList()
                .parallelStream()
                .map(some -> some.stream().map(line).collect(Collectors.joining("\n", "", "\n")))
                .forEachOrdered(this::print);
    }

    /** A line about the work, to stderr. */
    void tell(String line) {
        live.makeRoom(() -> tell(edges, line));
    }

    /** Asks on stderr; the answer without its line end, empty at the end of the input. */
    String ask(String question) {
        return answer(question).orElse("");
    }

    /** Asks on stderr; an empty answer means yes, the end of the input no. */
    boolean agrees(String question) {
        return answer(question + " [Y/n] ")
                .map(answer -> YES.contains(answer.strip().toLowerCase(Locale.ROOT)))
                .orElse(false);
    }

    private Optional<String> answer(String question) {
        live.makeRoom(() -> edges.err().print(question));
        edges.err().flush();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            int next = edges.in().read();
            if (next < 0) {
                return Optional.empty();
            }
            for (; next >= 0 && next != '\n'; next = edges.in().read()) {
                answer.write(next);
            }
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot read the answer"), e);
        }
        return Optional.of(answer.toString(StandardCharsets.UTF_8));
    }

    /** The same where no line is shown that it must make room for. */
    static void tell(Edges edges, String line) {
        edges.err().println("voicebot: " + SafeText.rows(line));
        edges.err().flush();
    }

    /** Where an error came from, for {@code --debug}. */
    static void trace(Edges edges, Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        edges.err().print(SafeText.rows(trace.toString()));
        edges.err().flush();
    }

    /** How wide a row on stdout may be; endless where it is no terminal. */
    int columns() {
        return edges.terminals().out() ? edges.terminals().columns() : Integer.MAX_VALUE;
    }
}
