package dev.voicebot.recordings;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.WavReader;
import dev.voicebot.audio.WavWriter;
import dev.voicebot.files.PrivateFiles;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
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

/**
 * The folder of saved replies: {@code yyyyMMdd_HHmmss.wav}, {@code _2}, {@code _3}… where a name is taken, and the words
 * beside each. Several processes may use one folder. Any thread.
 */
public final class RecordingArchive {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingArchive.class);

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss", Locale.ROOT);
    private static final Pattern WAV = Pattern.compile("(\\d{8}_\\d{6})(?:_(\\d{1,6}))?\\.wav");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    /** Two changes of a folder may bear the same time when they are nearer than this. */
    private static final Duration CLOCK_TICK = Duration.ofSeconds(2);

    private static final Comparator<SavedReply> NEWEST_FIRST = Comparator.comparingLong(RecordingArchive::secondOf)
            .thenComparingInt(reply -> copyNumber(reply.name()))
            .reversed();

    private final Path directory;
    private final Clock clock;
    private final CrashRepair repair;
    private final AtomicInteger mended = new AtomicInteger();

    /** The folder is made when the first reply is saved. */
    public RecordingArchive(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
        this.repair = new CrashRepair(clock);
    }

    public Path directory() {
        return directory;
    }

    /**
     * Begins to save a reply under a new name.
     *
     * @throws AssistantException FAILED when the folder or the files cannot be written
     */
    public ReplyRecorder start(ReplyDetails details, int sampleRate) {
        makeDirectory();
        WavWriter sound = claimName(ZonedDateTime.now(clock).format(NAME), sampleRate);
        SpokenWords words = new SpokenWords(Sidecar.besides(sound.file()), details, clock);
        try {
            words.save();
            return new ReplyRecorder(sound, Optional.of(words));
        } catch (AssistantException e) {
            sound.close();
            throw e;
        }
    }

    /**
     * Begins to save sound where the user said, outside of the archive and without the words. A file that is there is
     * replaced once the first sound comes.
     *
     * @throws AssistantException USAGE when it is a folder, FAILED when it cannot be written
     */
    public static ReplyRecorder saveAs(Path file, int sampleRate) {
        if (Files.isDirectory(file)) {
            throw new AssistantException(
                    FaultKind.USAGE,
                    tr("%s is a folder. Name a file, for example %s.", file, file.resolve("reply.wav")));
        }
        return new ReplyRecorder(WavWriter.replace(file, sampleRate), Optional.empty());
    }

    /**
     * All replies that have sound, newest first. What a killed program left is mended on the way, and what is known of
     * finished replies is kept in an index.
     *
     * @throws AssistantException FAILED when the folder cannot be read
     */
    public List<SavedReply> list() {
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

    /** How many recordings this archive has mended. */
    public int mended() {
        return mended.get();
    }

    /**
     * Removes a reply, sound and words.
     *
     * @throws AssistantException FAILED when a file cannot be removed
     */
    public void delete(SavedReply reply) {
        new ReplyIndex(directory).doubt();
        try {
            Files.deleteIfExists(Sidecar.besides(reply.wav()));
            Files.deleteIfExists(reply.wav());
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot remove %s", reply.wav()), e);
        }
    }

    /**
     * Copies a reply's sound, and its words where there are any, into {@code folder}, which must exist.
     *
     * @return where the sound is now
     * @throws AssistantException FAILED when a file is there already or cannot be written
     */
    public Path export(SavedReply reply, Path folder) {
        Path target = folder.resolve(reply.wav().getFileName());
        Path words = Sidecar.besides(reply.wav());
        try {
            PrivateFiles.copy(reply.wav(), target);
            if (Files.exists(words)) {
                PrivateFiles.copy(words, Sidecar.besides(target));
            }
            return target;
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot write %s", target), e);
        }
    }

    /**
     * The reply that {@code query} means: a number (1 is the newest), a name (with or without {@code .wav}), a path of
     * any WAV file, or words that were all said or asked, of which the newest reply is taken.
     *
     * @throws AssistantException USAGE when a path leads to a file that cannot be read
     */
    public Optional<SavedReply> find(String query) {
        List<SavedReply> replies = list();
        String wanted = query.strip();
        return named(replies, wanted).or(() -> byWords(replies, wanted));
    }

    /** As {@link #find}, but not by words; empty for an empty {@code query}. */
    public Optional<SavedReply> named(String query) {
        return query.isBlank() ? Optional.empty() : named(list(), query.strip());
    }

    private static Optional<SavedReply> named(List<SavedReply> replies, String wanted) {
        if (NUMBER.matcher(wanted).matches()) {
            int number = Integer.parseInt(wanted);
            if (number >= 1 && number <= replies.size()) {
                return Optional.of(replies.get(number - 1));
            }
        }
        return byName(replies, wanted).or(() -> byPath(wanted));
    }

    private void makeDirectory() {
        try {
            PrivateFiles.foldersFor(directory);
        } catch (FileAlreadyExistsException e) {
            throw new AssistantException(
                    FaultKind.FAILED, tr("%s is not a folder. Choose another in recordings.directory.", directory), e);
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot create the recordings folder %s", directory), e);
        }
    }

    /** Whoever makes the WAV file owns the name: that is atomic between processes too. */
    private WavWriter claimName(String name, int sampleRate) {
        for (int copy = 1; ; copy++) {
            Path file = directory.resolve(name + (copy == 1 ? "" : "_" + copy) + ".wav");
            try {
                return WavWriter.createNew(file, sampleRate);
            } catch (AssistantException e) {
                if (!(e.getCause() instanceof FileAlreadyExistsException)) {
                    throw e;
                }
            }
        }
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

    private static SavedReply describe(Path wav, Instant timeOfFile) {
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

    private static Optional<SavedReply> byName(List<SavedReply> replies, String wanted) {
        return replies.stream()
                .filter(reply -> reply.name().equals(wanted) || reply.name().equals(wanted + ".wav"))
                .findFirst();
    }

    private static Optional<SavedReply> byPath(String wanted) {
        if (!wanted.toLowerCase(Locale.ROOT).endsWith(".wav")) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(wanted);
            return Files.isRegularFile(file)
                    ? Optional.of(describe(file, Files.getLastModifiedTime(file).toInstant()))
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileFault.of(FaultKind.USAGE, tr("Cannot read %s", wanted), e);
        }
    }

    private static Optional<SavedReply> byWords(List<SavedReply> replies, String wanted) {
        return replies.stream().filter(reply -> reply.holds(wanted)).findFirst();
    }
}
