package dev.voicebot.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures voicebot beside the original's way and the floor, with the cloud's stand-in. */
@Command(
        name = "scripts/bench",
        description = "Measures voicebot's own share of a turn, beside the original program's way of working.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class BenchProgram implements Callable<Integer> {
    @Option(names = "--profile", paramLabel = "NAME", description = "only these; repeat it for more")
    private List<String> names = List.of();

    @Option(names = "--turns", paramLabel = "N", defaultValue = "30", description = "default: ${DEFAULT-VALUE}")
    private int turns;

    private BenchProgram() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchProgram()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Files.createTempDirectory("voicebot-bench");
        for (Profile profile : Profile.ALL) {
            if (names.isEmpty() || names.contains(profile.name())) {
                out.println(profile.name());
                Map<String, TurnRow> rows = new TurnBench(profile, turns, 3, folder, System.err).run();
                rows.forEach((way, row) -> print(way, row, out));
            }
        }
        return 0;
    }

    private static void print(String way, TurnRow row, PrintStream out) {
        out.printf(
                "%-15s transcript %s · first token %s · first audio %s · overhead %s · floor %s, clause %s  %s%n",
                way,
                row.transcript.shown(),
                row.firstToken.shown(),
                row.firstAudio.shown(),
                row.overhead.shown(),
                row.floor.shown(),
                row.clause.shown(),
                row.faults().stream().limit(3).toList());
        row.stages.forEach((stage, figures) -> {
            if (!figures.isEmpty()) {
                out.printf("  %-40s %s%n", stage, figures.shown());
            }
        });
    }
}
