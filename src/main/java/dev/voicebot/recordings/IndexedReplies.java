package dev.voicebot.recordings;

import dev.voicebot.files.TabbedFields;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import java.util.zip.CRC32;

/**
 * The replies in the bytes of an index, each made when it is asked for: a long list shows its first rows while the rest
 * is still bytes. Any thread.
 *
 * <p>The first line tells the version and the checksum of all others, the second how many follow. Of those each is a
 * reply, split by tabs: file name, time and length in ms, question, words; {@code \t}, {@code \n} and {@code \\} stand
 * for what would break a line.
 */
final class IndexedReplies extends AbstractList<SavedReply> implements RandomAccess {
    private static final String VERSION = "voicebot recordings 2";

    private final byte[] bytes;
    private final int[] starts; // of every line, and of the one that would follow
    private final Path directory;

    private IndexedReplies(byte[] bytes, int[] starts, Path directory) {
        this.bytes = bytes;
        this.starts = starts;
        this.directory = directory;
    }

    /** @throws IllegalArgumentException when they are torn or of another version */
    static List<SavedReply> of(byte[] bytes, Path directory) {
        int body = 1 + indexOf('\n', bytes, 0);
        if (!text(bytes, 0, body).equals(head(bytes, body))) {
            throw new IllegalArgumentException("torn, or of another version");
        }
        int first = 1 + indexOf('\n', bytes, body);
        int[] starts = new int[Integer.parseInt(text(bytes, body, first)) + 1];
        starts[0] = first;
        for (int line = 1; line < starts.length; line++) {
            starts[line] = 1 + indexOf('\n', bytes, starts[line - 1]);
        }
        return new IndexedReplies(bytes, starts, directory);
    }

    static byte[] bytes(Collection<SavedReply> replies) {
        StringBuilder lines = new StringBuilder().append(replies.size()).append('\n');
        replies.forEach(reply -> lines.append(line(reply)).append('\n'));
        byte[] body = lines.toString().getBytes(StandardCharsets.UTF_8);
        byte[] head = (head(body, 0) + '\n').getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private static String head(byte[] bytes, int body) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, body, bytes.length - body);
        return VERSION + '\t' + Long.toHexString(checksum.getValue());
    }

    @Override
    public int size() {
        return starts.length - 1;
    }

    @Override
    public SavedReply get(int index) {
        int name = starts[index];
        int time = 1 + indexOf('\t', bytes, name);
        int length = 1 + indexOf('\t', bytes, time);
        int question = 1 + indexOf('\t', bytes, length);
        int said = 1 + indexOf('\t', bytes, question);
        return new SavedReply(
                directory,
                text(bytes, name, time),
                Instant.ofEpochMilli(Long.parseLong(text(bytes, time, length))),
                Duration.ofMillis(Long.parseLong(text(bytes, length, question))),
                TabbedFields.plain(text(bytes, said, starts[index + 1])),
                TabbedFields.plain(text(bytes, question, said)));
    }

    /** Without the tab or line feed before {@code next}. */
    private static String text(byte[] bytes, int from, int next) {
        return new String(bytes, from, next - 1 - from, StandardCharsets.UTF_8);
    }

    private static int indexOf(char wanted, byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        throw new IllegalArgumentException("the last line is torn");
    }

    private static String line(SavedReply reply) {
        return String.join(
                "\t",
                reply.name(),
                Long.toString(reply.time().toEpochMilli()),
                Long.toString(reply.length().toMillis()),
                TabbedFields.escaped(reply.question()),
                TabbedFields.escaped(reply.said()));
    }
}
