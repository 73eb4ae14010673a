package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.wiring.Tracing;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What a run writes down about itself. */
final class LogOptions {
    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of an error and log every detail.")
    private boolean debug;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            converter = FileToWrite.class,
            description = "Record the traffic with the services, without keys, for a bug report (see docs/trace.md).")
    private @Nullable Path trace;

    @Option(
            names = "--trace-sound",
            scope = ScopeType.INHERIT,
            description = "With --trace: record the audio itself, not only its length.")
    private boolean traceSound;

    boolean debug() {
        return debug;
    }

    /** {@code folder} is where a relative name begins. */
    Optional<Tracing> tracing(Path folder) {
        if (trace == null && traceSound) {
            throw new AssistantException(FaultKind.USAGE, tr("--trace-sound needs --trace FILE."));
        }
        return Optional.ofNullable(trace).map(file -> new Tracing(folder.resolve(file), traceSound));
    }
}
