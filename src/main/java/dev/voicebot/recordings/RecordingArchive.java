package dev.voicebot.recordings;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavWriter;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The folder of saved replies: {@code yyyyMMdd_HHmmss.wav}, and beside each its words as JSON. */
public final class RecordingArchive {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss", Locale.ROOT);
    private static final Pattern FILE = Pattern.compile("(\\d{8}_\\d{6})(?:_(\\d+))?\\.wav");
    private static final int HEADER_BYTES = 44;
    private static final int RATE_AT = 24; // where a header of ours holds the sample rate

    private final Path directory;
    private final Clock clock;

    public RecordingArchive(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    public Path directory() {
        return directory;
    }

    /** Begins to keep a reply; the file is made with its first frame. */
    public ReplyRecorder start(ReplyDetails details, int sampleRate) {
        OffsetDateTime now = OffsetDateTime.now(clock).withNano(0);
        return new ReplyRecorder(() -> create(now, sampleRate), Optional.of(new Words(details, now)));
    }

    /** All replies, newest first. Other files in the folder are passed over. */
    public List<SavedReply> list() {
        List<SavedReply> replies = new ArrayList<>();
        for (Entry entry : entries()) {
            read(entry).ifPresent(replies::add);
        }
        return replies;
    }

    /** By number in the list (1 is the newest), by file name, or the newest whose words hold all of the query's. */
    public Optional<SavedReply> find(String query) {
        String wanted = query.strip();
        List<SavedReply> replies = list();
        if (wanted.matches("\\d{1,7}")) {
            int number = Integer.parseInt(wanted);
            return number >= 1 && number <= replies.size() ? Optional.of(replies.get(number - 1)) : Optional.empty();
        }
        return replies.stream()
                .filter(reply -> isNamed(reply, wanted))
                .findFirst()
                .or(() -> replies.stream().filter(reply -> holds(reply, wanted)).findFirst());
    }

    /** Whether every word of {@code query} was said or asked, whatever its case. */
    public static boolean holds(SavedReply reply, String query) {
        String words = (reply.said() + " " + reply.question()).toLowerCase(Locale.ROOT);
        return List.of(query.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                .allMatch(words::contains);
    }

    private static boolean isNamed(SavedReply reply, String name) {
        String file = String.valueOf(reply.wav().getFileName());
        return name.equals(file)
                || (name + ".wav").equals(file)
                || Path.of(name).toAbsolutePath().equals(reply.wav().toAbsolutePath());
    }

    private WavWriter create(OffsetDateTime time, int sampleRate) {
        String stem = NAME.format(time);
        try {
            Files.createDirectories(directory);
            return createFirstFree(stem, sampleRate);
        } catch (IOException e) {
            throw new AssistantException(
                    FaultKind.FAILED,
                    "cannot save in " + directory + " (" + e.getMessage() + "): set recordings.directory",
                    e);
        }
    }

    private WavWriter createFirstFree(String stem, int sampleRate) throws IOException {
        Path file = directory.resolve(stem + ".wav");
        for (int suffix = 2; ; suffix++) {
            try {
                return WavWriter.create(file, sampleRate);
            } catch (FileAlreadyExistsException taken) {
                file = directory.resolve(stem + "_" + suffix + ".wav"); // another reply of the same second
            }
        }
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return entries;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.wav")) {
            for (Path file : files) {
                Matcher name = FILE.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    int suffix = name.group(2) == null ? 1 : Integer.parseInt(name.group(2));
                    entries.add(new Entry(file, name.group(1), suffix));
                }
            }
        } catch (IOException e) {
            throw new AssistantException(FaultKind.FAILED, "cannot read " + directory + ": " + e.getMessage(), e);
        }
        entries.sort(
                Comparator.comparing(Entry::second).thenComparing(Entry::suffix).reversed());
        return entries;
    }

    /** The length comes from the file's size: a header can be older than the sound when the program was killed. */
    private static Optional<SavedReply> read(Entry entry) {
        try (SeekableByteChannel channel = Files.newByteChannel(entry.wav())) {
            ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            while (header.hasRemaining() && channel.read(header) >= 0) {}
            int rate = header.hasRemaining() ? 0 : header.getInt(RATE_AT);
            if (rate <= 0) {
                return Optional.empty();
            }
            long samples = (channel.size() - HEADER_BYTES) / PcmFrame.BYTES_PER_SAMPLE;
            Map<String, String> words = Words.read(entry.wav());
            return Optional.of(new SavedReply(
                    entry.wav(),
                    LocalDateTime.parse(entry.second(), NAME),
                    Duration.ofNanos(samples * 1_000_000_000L / rate),
                    words.getOrDefault("said", ""),
                    words.getOrDefault("question", "")));
        } catch (IOException | DateTimeException e) {
            return Optional.empty(); // gone meanwhile, or not one of ours
        }
    }

    /** A file whose name fits. */
    private record Entry(Path wav, String second, int suffix) {}
}
