package dev.voicebot.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The whole program in process: what it printed, and how it ended. */
record CommandLineRun(int exit, String out, String err) {
    /** Runs in an empty environment, where {@code home} is the home and the working folder. */
    static CommandLineRun of(Path home, Clock clock, Map<String, String> environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Edges edges = GivenEdges.of(
                home,
                clock,
                environment,
                new Edges.Terminals(false, false, false, 80),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        int exit = Program.run(edges, args);
        return new CommandLineRun(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
