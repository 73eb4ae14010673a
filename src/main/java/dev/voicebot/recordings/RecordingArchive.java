package dev.voicebot.recordings;

import dev.voicebot.audio.WavReader;
import dev.voicebot.audio.WavWriter;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private final Path directory;
    private final Clock clock;

    /** The folder is made when the first reply is saved. */
    public RecordingArchive(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
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
                    FaultKind.USAGE, file + " is a folder: name a file, for example " + file.resolve("reply.wav"));
        }
        return new ReplyRecorder(WavWriter.replace(file, sampleRate), Optional.empty());
    }

    /** All replies that have sound, newest first. Reads the headers only. */
    public List<SavedReply> list() {
        if (Files.notExists(directory)) {
            return List.of();
        }
        List<SavedReply> replies = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.wav")) {
            files.forEach(file -> savedHere(file).ifPresent(replies::add));
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, "cannot list " + directory, e);
        }
        replies.sort(Comparator.comparing(RecordingArchive::secondOf)
                .thenComparing(reply -> copyNumber(reply.wav()))
                .reversed());
        return List.copyOf(replies);
    }

    /**
     * The reply that {@code query} means: a number (1 is the newest), a name (with or without {@code .wav}), a path of
     * any WAV file, or words that were all said or asked, of which the newest reply is taken.
     *
     * @throws AssistantException USAGE when a path leads to a file that cannot be read
     */
    public Optional<SavedReply> find(String query) {
        String wanted = query.strip();
        List<SavedReply> replies = list();
        if (NUMBER.matcher(wanted).matches()) {
            int number = Integer.parseInt(wanted);
            if (number >= 1 && number <= replies.size()) {
                return Optional.of(replies.get(number - 1));
            }
        }
        return byName(replies, wanted).or(() -> byPath(wanted)).or(() -> byWords(replies, wanted));
    }

    private void makeDirectory() {
        try {
            Files.createDirectories(directory, ownerOnly());
        } catch (FileAlreadyExistsException e) {
            throw new AssistantException(
                    FaultKind.FAILED, directory + " is no folder: choose another one in recordings.directory", e);
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, "cannot make the recordings folder " + directory, e);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        };
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

    private static Instant secondOf(SavedReply reply) {
        return Instant.ofEpochSecond(reply.time().getEpochSecond());
    }

    private static int copyNumber(Path wav) {
        Matcher name = WAV.matcher(wav.getFileName().toString());
        return name.matches() && name.group(2) != null ? Integer.parseInt(name.group(2)) : 1;
    }

    private static Optional<SavedReply> byName(List<SavedReply> replies, String wanted) {
        return replies.stream()
                .filter(reply -> {
                    String name = reply.wav().getFileName().toString();
                    return name.equals(wanted) || name.equals(wanted + ".wav");
                })
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
            throw FileFault.of(FaultKind.USAGE, "cannot read " + wanted, e);
        }
    }

    private static Optional<SavedReply> byWords(List<SavedReply> replies, String wanted) {
        return replies.stream().filter(reply -> reply.holds(wanted)).findFirst();
    }
}
