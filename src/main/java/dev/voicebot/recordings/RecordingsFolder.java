package dev.voicebot.recordings;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.WavReader;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of saved replies as it is read: what lies there by now, in its order. Any thread. */
final class RecordingsFolder {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingsFolder.class);

    /** A recording's name without its copy's number. */
    static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss", Locale.ROOT);

    private static final Pattern WAV = Pattern.compile("(\\d{8}_\\d{6})(?:_(\\d{1,6}))?\\.wav");

    /** Two changes of a folder may bear the same time when they are nearer than this. */
    private static final Duration CLOCK_TICK = Duration.ofSeconds(2);

    private static final Comparator<SavedReply> NEWEST_FIRST = Comparator.comparingLong(RecordingsFolder::secondOf)
            .thenComparingInt(reply -> copyNumber(reply.name()))
            .reversed();

    private final Path directory;
    private final Clock clock;
    private final CrashRepair repair;
    private final AtomicInteger mended = new AtomicInteger();

    RecordingsFolder(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
        this.repair = new CrashRepair(clock);
    }

    /**
     * All replies that have sound, newest first. What a killed program left is mended on the way, and what is known of
     * finished replies is kept in an index.
     *
     * @throws AssistantException FAILED when the folder cannot be read
     */
    List<SavedReply> list() {
        ReplyIndex index = new ReplyIndex(directory);
        Optional<Instant> changed = changed();
        List<SavedReply> known = index.read();
        if (!known.isEmpty() && changed.filter(index::isAsOf).isPresent()) {
            return known;
        }
        String[] names = directory.toFile().list();
        if (names == null) {
            return unlisted();
        }
        repair.removeLeftovers(directory, names);
        Set<String> unknown = Arrays.stream(names)
                .filter(name -> name.endsWith(".wav"))
                .collect(Collectors.toCollection(HashSet::new));
        List<SavedReply> still = known.parallelStream()
                .filter(reply -> unknown.contains(reply.name()))
                .toList();
        still.forEach(reply -> unknown.remove(reply.name()));
        List<Found> found = unknown.parallelStream() // many disks are quicker when they are asked for several at once
                .filter(name -> WAV.matcher(name).matches())
                .flatMap(name -> found(directory.resolve(name)).stream())
                .toList();
        List<SavedReply> finished = newestFirst(still, found, Found::isAtRest);
        if (finished.size() > still.size() || still.size() < known.size()) {
            index.write(finished);
        } else if (found.isEmpty()) {
            changed.filter(time -> Duration.between(time, clock.instant()).compareTo(CLOCK_TICK) > 0)
                    .ifPresent(index::confirm);
        }
        return newestFirst(finished, found, Predicate.not(Found::isAtRest));
    }

    /** When a file came or went; empty without a folder. */
    private Optional<Instant> changed() {
        try {
            return Optional.of(Files.getLastModifiedTime(directory).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private List<SavedReply> unlisted() {
        if (Files.exists(directory)) {
            throw new AssistantException(
                    FaultKind.FAILED, tr("Cannot list %s: not a folder, or permission denied.", directory));
        }
        return List.of();
    }

    /** {@code sorted} and those of {@code found} that are meant. */
    private static List<SavedReply> newestFirst(List<SavedReply> sorted, List<Found> found, Predicate<Found> isMeant) {
        List<SavedReply> more = found.stream().filter(isMeant).map(Found::reply).toList();
        return more.isEmpty()
                ? sorted
                : Stream.concat(sorted.stream(), more.stream())
                        .sorted(NEWEST_FIRST)
                        .toList();
    }

    /** A reply that the index did not know; at rest when nobody writes to it any more. */
    private record Found(SavedReply reply, boolean isAtRest) {}

    private Optional<Found> found(Path wav) {
        boolean atRest = repair.isAtRest(wav);
        if (atRest && repair.mend(wav)) {
            mended.incrementAndGet();
        }
        return savedHere(wav).map(reply -> new Found(reply, atRest));
    }

    /** How many recordings were mended so far. */
    int mended() {
        return mended.get();
    }

    private Optional<SavedReply> savedHere(Path wav) {
        Matcher name = WAV.matcher(wav.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            Instant time = LocalDateTime.parse(name.group(1), NAME)
                    .atZone(clock.getZone())
                    .toInstant();
            return Optional.of(describe(wav, time))
                    .filter(reply -> !reply.length().isZero());
        } catch (DateTimeException | AssistantException e) {
            LOG.debug("{} is not listed", wav, e);
            return Optional.empty();
        }
    }

    /** Any recording, with the words beside it where there are some. */
    static SavedReply describe(Path wav, Instant timeOfFile) {
        Duration length;
        try (WavReader reader = WavReader.open(wav)) {
            length = reader.length().orElse(Duration.ZERO);
        }
        Path sidecar = Sidecar.besides(wav);
        if (Files.exists(sidecar)) {
            try {
                Sidecar words = Sidecar.read(sidecar);
                return new SavedReply(
                        wav,
                        words.time().toInstant(),
                        length,
                        words.said(),
                        words.details().question());
            } catch (IOException e) {
                LOG.debug("no words in {}", sidecar, e);
            }
        }
        return new SavedReply(wav, timeOfFile, length, "", "");
    }

    private static long secondOf(SavedReply reply) {
        return reply.time().getEpochSecond();
    }

    private static int copyNumber(String name) {
        Matcher parts = WAV.matcher(name);
        return parts.matches() && parts.group(2) != null ? Integer.parseInt(parts.group(2)) : 1;
    }
}
