package dev.voicebot.sessions;

import static dev.voicebot.text.Messages.tr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voicebot.files.PrivateFiles;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * A session's file while it is written, locked against other chats. A line is written at once, whole; only the last one
 * is ever changed, by one that begins with the same fields, so that whenever the process dies nothing is lost that was
 * there before. One thread.
 */
final class SessionFile implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private long last; // where the last line begins
    private long end; // where the next one will

    private SessionFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Fails when the name is taken. */
    static SessionFile create(Path file) throws IOException {
        FileChannel channel = PrivateFiles.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE));
        if (!isLocked(channel)) {
            channel.close();
            throw new IOException("cannot lock " + file);
        }
        return new SessionFile(file, channel);
    }

    /** Empty when another chat writes it. A last line that was torn is repaired. */
    static Optional<SessionFile> open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            return Optional.empty();
        }
        SessionFile opened = new SessionFile(file, channel);
        opened.repair();
        return Optional.of(opened);
    }

    String id() {
        return SessionFolder.idOf(file);
    }

    /** Adds a line. */
    void add(ObjectNode line) {
        write(end, line);
    }

    /** Writes the last line anew. */
    void change(ObjectNode line) {
        write(last, line);
    }

    @Override
    public void close() {
        try {
            channel.close(); // and with it the lock
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot close %s", file), e);
        }
    }

    private void write(long position, ObjectNode line) {
        byte[] bytes = JsonLines.bytes(line);
        try {
            writeAll(ByteBuffer.wrap(bytes), position);
            if (channel.size() > position + bytes.length) {
                channel.truncate(position + bytes.length);
            }
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("The conversation is not saved: cannot write %s", file), e);
        }
        last = position;
        end = position + bytes.length;
    }

    private void writeAll(ByteBuffer bytes, long position) throws IOException {
        long next = position;
        while (bytes.hasRemaining()) {
            next += channel.write(bytes, next);
        }
    }

    private void repair() throws IOException {
        byte[] all = Channels.newInputStream(channel).readAllBytes();
        int begin = all.length;
        while (begin > 0 && all[begin - 1] != '\n') {
            begin--;
        }
        end = begin;
        last = begin;
        if (begin < all.length) {
            replaceTornLine(new String(all, begin, all.length - begin, StandardCharsets.UTF_8));
        }
    }

    private void replaceTornLine(String torn) throws IOException {
        ObjectNode saved = JsonLines.parse(torn);
        if (saved.isEmpty()) {
            channel.truncate(end);
        } else {
            add(saved);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
