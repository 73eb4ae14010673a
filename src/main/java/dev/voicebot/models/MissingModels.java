package dev.voicebot.models;

import static dev.voicebot.text.Messages.tr;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.files.PrivateFiles;
import dev.voicebot.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which models a service said it lacks; kept for a day on disk, readable by the owner only, or in memory. Thread-safe.
 */
public final class MissingModels {
    private static final Logger LOG = LoggerFactory.getLogger(MissingModels.class);
    private static final Duration KEPT = Duration.ofDays(1);

    private final Optional<Path> file;
    private final String service;
    private final Clock clock;

    @GuardedBy("this")
    private final Set<String> notKept = new HashSet<>();

    @GuardedBy("this")
    private @Nullable Map<String, Instant> missing; // by model, read when first asked

    private MissingModels(Optional<Path> file, String service, Clock clock) {
        this.file = file;
        this.service = service;
        this.clock = clock;
    }

    /**
     * Kept in a file of {@code folder}, which is created when needed.
     *
     * @param service its host, with the port where it is not the usual one
     */
    public static MissingModels in(Path folder, String service, Clock clock) {
        String name = "missing-" + service.replaceAll("[^A-Za-z0-9.-]", "_") + ".txt";
        return new MissingModels(Optional.of(folder.resolve(name)), service, clock);
    }

    /** Kept for this run only. */
    public static MissingModels inMemory() {
        return new MissingModels(Optional.empty(), tr("The service"), Clock.systemUTC());
    }

    /** Which service this is about, for messages. */
    public String service() {
        return service;
    }

    /** Whether the service said so within a day. */
    public synchronized boolean contains(String model) {
        return isFresh(known().get(model));
    }

    /** Remembers {@code model}; false if it was remembered already. */
    public synchronized boolean add(String model) {
        if (contains(model)) {
            return false;
        }
        known().put(model, clock.instant());
        file.ifPresent(this::write);
        return true;
    }

    /** The next run asks for these again. */
    synchronized void forgetAfterThisRun(List<String> models) {
        notKept.addAll(models);
        file.ifPresent(this::write);
    }

    private boolean isFresh(@Nullable Instant said) {
        return said != null
                && Duration.between(said, clock.instant()).abs().compareTo(KEPT) < 0; // a clock may have been wrong
    }

    @GuardedBy("this")
    private Map<String, Instant> known() {
        Map<String, Instant> known = missing;
        if (known == null) {
            known = file.map(MissingModels::read).orElseGet(HashMap::new);
            missing = known;
        }
        return known;
    }

    /** One line per model: when the service said so, and the name. */
    private static Map<String, Instant> read(Path file) {
        Map<String, Instant> read = new HashMap<>();
        if (!Files.exists(file)) {
            return read;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split(" ", 2);
                if (parts.length == 2) {
                    read.put(parts[1], Instant.parse(parts[0]));
                }
            }
        } catch (IOException | DateTimeException e) {
            LOG.warn("cannot read {}", file, e);
        }
        return read;
    }

    @GuardedBy("this")
    private void write(Path file) {
        Set<String> left = Set.copyOf(notKept);
        String lines = new TreeMap<>(known())
                .entrySet().stream()
                        .filter(entry -> isFresh(entry.getValue()) && !left.contains(entry.getKey()))
                        .map(entry -> entry.getValue() + " " + entry.getKey() + "\n")
                        .collect(Collectors.joining());
        try {
            PrivateFiles.folder(file.toAbsolutePath().resolveSibling(""));
            WholeFile.write(file, lines);
        } catch (IOException e) {
            LOG.warn("cannot write {}", file, e); // the next start asks the service again
        }
    }
}
