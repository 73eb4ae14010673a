package dev.voicebot.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Uses the program while everything around it fails at random, and counts what became of what was asked for. */
@Command(
        name = "scripts/soak",
        description = {
            "Uses voicebot while services, devices, disk and process fail at random.",
            "Counts what was answered, told as failed, lost and doubled; ends with 1 if anything was lost or doubled."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class SoakProgram implements Callable<Integer> {
    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "the same faults in the same order; default: by the clock")
    private long seed = System.currentTimeMillis();

    @Option(names = "--minutes", paramLabel = "M", defaultValue = "10", description = "default: ${DEFAULT-VALUE}")
    private double minutes;

    private SoakProgram() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SoakProgram()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("voicebot-soak-");
        System.out.printf(Locale.ROOT, "soak: seed %d, %.1f minutes%n", seed, minutes);
        try (Surroundings around = new Surroundings(seed, folder)) {
            Figures figures = new Figures();
            try {
                use(around, figures);
            } catch (AssertionError e) {
                around.counts.add("soak", Counts.Fate.LOST, "it went no further: " + e.getMessage());
            }
            return report(around.counts, figures);
        } finally {
            remove(folder);
        }
    }

    private void use(Surroundings around, Figures figures) throws IOException, InterruptedException {
        long end =
                System.nanoTime() + Duration.ofMillis((long) (minutes * 60_000)).toNanos();
        SoakFiles files = new SoakFiles(around);
        boolean talks = SoakTalk.isPossible(around.environment());
        try (SoakChat chat = new SoakChat(around, figures);
                SoakTalk talk = talks ? SoakTalk.start(around) : null) {
            while (System.nanoTime() < end) {
                switch (around.random.nextInt(10)) {
                    case 0 -> files.read();
                    case 1 -> files.listen();
                    case 2 -> files.askOnAFullDisk();
                    case 3, 4 -> sayOrAsk(talk, chat);
                    default -> chat.ask();
                }
            }
            if (talk != null) {
                talk.check();
            }
            chat.check();
        }
    }

    private static void sayOrAsk(@Nullable SoakTalk talk, SoakChat chat) throws IOException, InterruptedException {
        if (talk != null) {
            talk.say();
        } else {
            chat.ask();
        }
    }

    private int report(Counts counts, Figures figures) {
        System.out.println(counts.table());
        System.out.println(figures.table());
        counts.faults().forEach(System.out::println);
        if (!figures.areSteady()) {
            System.out.println("threads, sockets or handles grow");
        }
        boolean well = counts.faults().isEmpty() && figures.areSteady();
        System.out.println(well ? "soak: nothing lost" : "soak: FAILED, seed " + seed);
        return well ? 0 : 1;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        }
    }
}
