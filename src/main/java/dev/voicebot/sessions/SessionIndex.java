package dev.voicebot.sessions;

import dev.voicebot.files.PrivateFiles;
import dev.voicebot.files.TabbedFields;
import dev.voicebot.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of a list of conversations, in one file beside them, each with the stamp its conversation's file had when it
 * was read. It is only a shortcut: lost, torn or from another version, it is made again from the conversations. Any
 * thread.
 *
 * <p>The first line is the version and the checksum of all others. Each of those is a conversation, split by tabs: name,
 * the stamp's three numbers, second and nanosecond when it was last used, turns, first words; {@code \t}, {@code \n} and {@code \\} stand for what would break a
 * line.
 */
final class SessionIndex {
    private static final Logger LOG = LoggerFactory.getLogger(SessionIndex.class);
    private static final String VERSION = "voicebot sessions 1";

    private final Path file;

    SessionIndex(Path directory) {
        this.file = directory.resolve(".index");
    }

    /** A conversation as it was when its file had this stamp. */
    record Row(SessionStamp stamp, SessionSummary summary) {}

    /** By name; empty where there is none that can be read. */
    Map<String, Row> read() {
        try {
            return rows(PrivateFiles.read(file));
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (IOException | RuntimeException e) {
            LOG.debug("{} is made again", file, e);
            return Map.of();
        }
    }

    /** Replaces the file at once; without it, listing is slow and nothing else. */
    void write(Collection<Row> rows) {
        try {
            WholeFile.write(file, bytes(rows));
        } catch (IOException e) {
            LOG.debug("no index {}", file, e);
        }
    }

    private static byte[] bytes(Collection<Row> rows) {
        StringBuilder lines = new StringBuilder();
        rows.forEach(row -> append(row, lines));
        byte[] body = lines.toString().getBytes(StandardCharsets.UTF_8);
        byte[] head = head(body, 0).getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private static String head(byte[] bytes, int body) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, body, bytes.length - body);
        return VERSION + '\t' + Long.toHexString(checksum.getValue()) + '\n';
    }

    private static Map<String, Row> rows(byte[] bytes) {
        int body = next('\n', bytes, 0);
        if (!text(bytes, 0, body).concat("\n").equals(head(bytes, body))) {
            throw new IllegalArgumentException("torn, or of another version");
        }
        Map<String, Row> rows = new HashMap<>();
        int line = body;
        while (line < bytes.length) {
            int end = next('\n', bytes, line);
            Row row = row(bytes, line, end);
            rows.put(row.summary().id(), row);
            line = end;
        }
        return rows;
    }

    private static void append(Row row, StringBuilder lines) {
        SessionSummary summary = row.summary();
        lines.append(summary.id()).append('\t').append(row.stamp().size()).append('\t');
        lines.append(row.stamp().modified())
                .append('\t')
                .append(row.stamp().key())
                .append('\t');
        Instant used = summary.used();
        lines.append(used.getEpochSecond()).append('\t').append(used.getNano()).append('\t');
        lines.append(summary.turns()).append('\t');
        lines.append(TabbedFields.escaped(summary.firstWords())).append('\n');
    }

    private static Row row(byte[] bytes, int line, int end) {
        int size = next('\t', bytes, line);
        int modified = next('\t', bytes, size);
        int key = next('\t', bytes, modified);
        int seconds = next('\t', bytes, key);
        int nanos = next('\t', bytes, seconds);
        int turns = next('\t', bytes, nanos);
        int words = next('\t', bytes, turns);
        return new Row(
                new SessionStamp(
                        number(bytes, size, modified), number(bytes, modified, key), number(bytes, key, seconds)),
                new SessionSummary(
                        text(bytes, line, size),
                        Instant.ofEpochSecond(number(bytes, seconds, nanos), number(bytes, nanos, turns)),
                        (int) number(bytes, turns, words),
                        TabbedFields.plain(text(bytes, words, end))));
    }

    /** As {@link Long#parseLong(String)} does, without a text for each of many thousands. */
    private static long number(byte[] bytes, int from, int next) {
        boolean isNegative = bytes[from] == '-';
        long number = 0;
        for (int at = isNegative ? from + 1 : from; at < next - 1; at++) {
            number = 10 * number + bytes[at] - '0';
        }
        return isNegative ? -number : number;
    }

    /** Without the tab or line feed before {@code next}. */
    private static String text(byte[] bytes, int from, int next) {
        return new String(bytes, from, next - 1 - from, StandardCharsets.UTF_8);
    }

    /** What comes after the next {@code wanted}. */
    private static int next(char wanted, byte[] bytes, int from) {
        int at = from;
        while (bytes[at] != wanted) {
            at++;
        }
        return at + 1;
    }
}
