package dev.voicebot.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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

    @Option(names = "--only", paramLabel = "PART", description = "only ${COMPLETION-CANDIDATES}; repeat it for more")
    private Set<Part> parts = EnumSet.complementOf(EnumSet.of(Part.peers, Part.turn_taking, Part.scale));

    @Option(
            names = "--peers",
            description = "also pi and llmist, which npm installs into a temporary folder, beside voicebot")
    private boolean peers;

    @Option(names = "--short", description = "a minute: few turns, to see that nothing gets lost")
    private boolean brief;

    @Option(
            names = "--recordings",
            paramLabel = "FOLDER",
            defaultValue = "src/test/resources/speech",
            description = "WAV files for --only turn-taking; default: ${DEFAULT-VALUE}")
    private Path recordings;

    @Option(
            names = "--turn-model",
            paramLabel = "FILE",
            description = "Smart Turn's ONNX file, for --only turn-taking; 'voicebot models path smart-turn' has it")
    private Optional<Path> turnModel = Optional.empty();

    @Option(
            names = "--size",
            paramLabel = "N",
            split = ",",
            defaultValue = "100,1000,10000,100000",
            description = "conversations for --only scale; default: ${DEFAULT-VALUE}")
    private List<Integer> sizes = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "all figures")
    private Optional<Path> json = Optional.empty();

    @Option(
            names = "--markdown",
            paramLabel = "FILE",
            description = "the table, put between its marks; docs/performance.md, when nothing at all is given")
    private Optional<Path> markdown = Optional.empty();

    private BenchProgram() {}

    private enum Part {
        turns,
        screen,
        start,
        sound,
        file,
        growth,
        minutes,
        peers,
        turn_taking,
        scale;

        /** As it is written on the command line. */
        @Override
        public String toString() {
            return name().replace('_', '-');
        }
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchProgram())
                .registerConverter(Part.class, name -> Part.valueOf(name.replace('-', '_')))
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (peers) {
            parts.add(Part.peers);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Files.createTempDirectory("voicebot-bench");
        Report report = new Report(Machine.description());
        try {
            measureAll(folder, report);
        } finally {
            delete(folder);
        }
        out.println(report.markdown());
        write(report);
        report.faults().stream().distinct().limit(20).forEach(fault -> out.println("FAULT: " + fault));
        return report.faults().isEmpty() ? 0 : 1;
    }

    /** The minutes, which only take a little of the machine, go by beside the first of the others. */
    private void measureAll(Path folder, Report report) throws InterruptedException {
        Set<Part> others = EnumSet.noneOf(Part.class);
        others.addAll(parts);
        Thread minutes = new Thread(() -> measured(Part.minutes, folder, report), "minutes");
        if (others.remove(Part.minutes)) {
            minutes.start();
        }
        others.forEach(part -> measured(part, folder, report));
        minutes.join();
    }

    /** One that breaks is a fault; the others go on. */
    private void measured(Part part, Path folder, Report report) {
        System.err.println(part);
        try {
            measure(part, folder, report);
            write(report); // what there is, should the rest never come
        } catch (Exception e) {
            report.fault(part + " broke: " + e);
        }
    }

    private void measure(Part part, Path folder, Report report) throws Exception {
        switch (part) {
            case turns -> turns(folder, report);
            case screen -> {
                new ScreenBench(folder, brief ? 3 : turns).run(report);
                FloodBench.measure(folder, report);
            }
            case start -> {
                new StartBench(folder, brief ? 2 : 10, Duration.ofSeconds(brief ? 3 : 30)).run(report);
                FirstTurn.measure(folder, brief ? 1 : 10, report);
            }
            case sound -> new SoundBench(folder, brief ? 2 : 12, report).run();
            case file -> new FileBench(folder, Duration.ofMinutes(brief ? 1 : 10)).run(report);
            case growth -> new GrowthBench(folder, brief ? 40 : 500, report).run();
            case peers -> PeersBench.measure(folder, brief ? 3 : turns, report);
            case turn_taking -> new TurnTakingBench(recordings, turnModel, folder.resolve("cache")).run(report);
            case scale -> new ScaleBench(folder, sizes).run(report);
            case minutes -> LongBench.measure(folder, Duration.ofMinutes(brief ? 1 : 10), report);
        }
    }

    private void turns(Path folder, Report report) throws Exception {
        for (Profile profile : Profile.ALL) {
            if (isWanted(profile)) {
                System.err.print(profile.name() + " ");
                report.turns(
                        profile.name(),
                        new TurnBench(profile, brief ? 3 : turns, brief ? 1 : 3, folder, System.err).run());
                System.err.println();
            }
        }
    }

    private boolean isWanted(Profile profile) {
        if (brief) {
            return List.of("fast", "typical").contains(profile.name());
        }
        return names.isEmpty() || names.contains(profile.name());
    }

    private synchronized void write(Report report) throws IOException {
        if (json.isPresent()) {
            report.writeJson(json.get());
        }
        boolean whole =
                names.isEmpty() && parts.size() >= Part.values().length - 3 && !brief && turns >= 30 && json.isEmpty();
        Optional<Path> document =
                markdown.or(() -> whole ? Optional.of(Path.of("docs", "performance.md")) : Optional.empty());
        if (document.isPresent()) {
            report.writeMarkdown(document.get());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
