package dev.voicebot.cli;

import dev.voicebot.cli.Edges.Terminals;
import dev.voicebot.wiring.Devices;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the program in this process as a shell would, with streams, environment and folders of its own. */
final class Shell {
    private final Path home;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Terminals terminals = new Terminals(false, false, false, 80);
    private Devices devices = Devices.OF_THIS_MACHINE;
    private InputStream in = InputStream.nullInputStream();
    private Piped piped = Piped.NOTHING;

    /** In an empty home, without key and sound devices. */
    Shell(Path home) {
        this.home = home;
        environment.put("HOME", home.toString());
        environment.put("PATH", "");
        environment.put("TERM", "xterm-256color");
        environment.put("VOICEBOT_CHAT_ENGINE", "guide");
    }

    Shell with(Map<String, String> more) {
        environment.putAll(more);
        return this;
    }

    Shell with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Shell terminals(boolean in, boolean out, boolean err) {
        terminals = new Terminals(in, out, err, 80);
        return this;
    }

    /** Other ears and another mouth. */
    Shell devices(Devices others) {
        devices = others;
        return this;
    }

    Shell input(byte[] bytes) {
        return input(new ByteArrayInputStream(bytes));
    }

    Shell input(InputStream stream) {
        in = stream;
        piped = Piped.TO_US;
        return this;
    }

    /** Standard input is what the shell itself reads, as in a loop over the lines of a file. */
    Shell inputOfTheShell(byte[] bytes) {
        input(bytes);
        piped = Piped.TO_OUR_SHELL;
        return this;
    }

    Path home() {
        return home;
    }

    Finished run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return run(out, new PrintStream(out, false, StandardCharsets.UTF_8), arguments);
    }

    /** With another place for stdout; {@code Finished.out} is empty then. */
    Finished runInto(PrintStream out, String... arguments) {
        return run(new ByteArrayOutputStream(), out, arguments);
    }

    private Finished run(ByteArrayOutputStream bytes, PrintStream out, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Edges edges = new Edges(
                in,
                terminals.in() ? Piped.NOTHING : piped,
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminals,
                environment,
                home,
                home,
                Optional.empty(),
                Clock.systemUTC(),
                devices,
                () -> {});
        int exit = Program.run(edges, arguments);
        return new Finished(exit, bytes, err.toString(StandardCharsets.UTF_8));
    }

    /** How a run ended. */
    record Finished(int exit, ByteArrayOutputStream stdout, String err) {
        String out() {
            return stdout.toString(StandardCharsets.UTF_8);
        }

        byte[] bytes() {
            return stdout.toByteArray();
        }

        List<String> lines() {
            return out().lines().toList();
        }
    }
}
