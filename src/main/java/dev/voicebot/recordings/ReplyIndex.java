package dev.voicebot.recordings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of the archive's finished replies, in one file, so that a folder of 100,000 lists in under a second. It
 * is only a shortcut: lost, torn or from another version, it is made anew from the recordings.
 *
 * <p>A line a reply, split by tabs: file name, time and length in ms, question, words; {@code \t}, {@code \n} and
 * {@code \\} stand for what would break a line.
 */
final class ReplyIndex {
    private static final Logger LOG = LoggerFactory.getLogger(ReplyIndex.class);
    private static final String VERSION = "voicebot recordings 1";
    private static final int FIELDS = 5;

    private static final FileTime UNCONFIRMED = FileTime.fromMillis(0);

    private final Path directory;
    private final Path file;

    ReplyIndex(Path directory) {
        this.directory = directory;
        this.file = directory.resolve(".index");
    }

    /** Whether nothing in the folder came or went since it was confirmed that all of it is here. */
    boolean isAsOf(Instant folderChanged) {
        try {
            return Files.getLastModifiedTime(file).toInstant().equals(folderChanged);
        } catch (IOException e) {
            return false;
        }
    }

    /** All of the folder is here, as it was at {@code folderChanged}: that becomes the file's own time. */
    void confirm(Instant folderChanged) {
        setTime(FileTime.from(folderChanged));
    }

    /** Something in the folder is about to change. */
    void doubt() {
        setTime(UNCONFIRMED);
    }

    private void setTime(FileTime time) {
        try {
            Files.setLastModifiedTime(file, time);
        } catch (NoSuchFileException e) {
            LOG.trace("there is no index yet", e);
        } catch (IOException e) {
            LOG.debug("the index of {} keeps its time", directory, e);
        }
    }

    /** The replies by the names of their sound files. */
    Map<String, SavedReply> byName() {
        List<SavedReply> replies = read();
        Map<String, SavedReply> names = new LinkedHashMap<>(2 * replies.size());
        replies.forEach(reply -> names.put(reply.wav().getFileName().toString(), reply));
        return names;
    }

    /** The replies in the order they were written in. */
    List<SavedReply> read() {
        try (Stream<String> lines = Files.lines(file)) { // reads and parses on all cores
            return isOfThisVersion()
                    ? lines.parallel()
                            .filter(line -> !line.equals(VERSION))
                            .map(line -> reply(line.split("\t", -1)))
                            .toList()
                    : List.of();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException | RuntimeException e) {
            LOG.debug("the index of {} is made anew", directory, e);
            return List.of();
        }
    }

    private boolean isOfThisVersion() throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return VERSION.equals(lines.readLine());
        }
    }

    private SavedReply reply(String... fields) {
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("a line with " + fields.length + " fields");
        }
        return new SavedReply(
                directory.resolve(fields[0]),
                Instant.ofEpochMilli(Long.parseLong(fields[1])),
                Duration.ofMillis(Long.parseLong(fields[2])),
                unescaped(fields[4]),
                unescaped(fields[3]));
    }

    /** Replaces the file at once; without it, listing is slow and nothing else. */
    void write(Collection<SavedReply> replies) {
        try {
            Path next = Files.createTempFile(directory, ".index", ".part");
            try {
                List<String> lines = new ArrayList<>(List.of(VERSION));
                replies.forEach(reply -> lines.add(line(reply)));
                Files.write(next, lines);
                Files.setLastModifiedTime(next, UNCONFIRMED); // or it might bear the folder's own time by chance
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("no index in {}", directory, e);
        }
    }

    private static String line(SavedReply reply) {
        return String.join(
                "\t",
                reply.wav().getFileName().toString(),
                Long.toString(reply.time().toEpochMilli()),
                Long.toString(reply.length().toMillis()),
                escaped(reply.question()),
                escaped(reply.said()));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(c == '\\' && i + 1 < text.length() ? meaning(text.charAt(++i)) : c);
        }
        return plain.toString();
    }

    private static char meaning(char escaped) {
        return switch (escaped) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> escaped;
        };
    }
}
