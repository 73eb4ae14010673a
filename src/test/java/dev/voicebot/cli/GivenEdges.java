package dev.voicebot.cli;

import dev.voicebot.wiring.Devices;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The outside world of a program without input, on this machine's devices. */
final class GivenEdges {
    private GivenEdges() {}

    /** {@code home} is the working folder, too. */
    static Edges of(
            Path home,
            Clock clock,
            Map<String, String> environment,
            Edges.Terminals terminals,
            PrintStream out,
            PrintStream err) {
        return new Edges(
                InputStream.nullInputStream(),
                Piped.NOTHING,
                out,
                err,
                terminals,
                environment,
                home,
                home,
                Optional.empty(),
                clock,
                Devices.OF_THIS_MACHINE,
                () -> {});
    }

    /** The same at the root, on the test's own output. */
    static Edges of(Map<String, String> environment, Edges.Terminals terminals) {
        return of(Path.of("/"), Clock.systemUTC(), environment, terminals, System.out, System.err);
    }
}
