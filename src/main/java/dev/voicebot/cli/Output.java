package dev.voicebot.cli;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.repl.SafeText;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Data to stdout, lines about the work to stderr, nothing in either that would steer a terminal. */
final class Output {
    private final Edges edges;
    private final SafeText safe = new SafeText(); // guarded by this

    Output(Edges edges) {
        this.edges = edges;
    }

    /**
     * Data, to stdout, at once; tabs stay, they separate columns.
     *
     * @throws AssistantException INTERRUPTED when whoever read it has left, or it cannot be written
     */
    synchronized void print(String text) {
        edges.out().print(Arrays.stream(text.split("\t", -1)).map(safe::clean).collect(Collectors.joining("\t")));
        if (edges.out().checkError()) {
            throw AssistantException.interrupted();
        }
    }

    /** A line of data, to stdout, at once. */
    void printLine(String line) {
        print(line + "\n");
    }

    /** A line about the work, to stderr. */
    void tell(String line) {
        edges.err().println("voicebot: " + SafeText.rows(line));
        edges.err().flush();
    }

    /** How wide a row on stdout may be; endless where it is no terminal. */
    int columns() {
        return edges.terminals().out() ? edges.terminals().columns() : Integer.MAX_VALUE;
    }
}
