package dev.voicebot.localmodels;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.files.PrivateFiles;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.service.Retries;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps other processes and threads from changing the same model. */
final class PullLock implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final FileChannel channel;

    private PullLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Blocks while another has it, and says so once. */
    static PullLock acquire(Path folder, String name, Consumer<String> notices, Cancellation cancellation)
            throws IOException {
        FileChannel channel = PrivateFiles.open(
                folder.resolveSibling("." + name + ".lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        boolean told = false;
        try {
            while (tryLock(channel) == null) {
                if (!told) {
                    notices.accept(tr("Another voicebot is pulling %s. Waiting.", name));
                    told = true;
                }
                Retries.NONE.begin().await(BETWEEN, cancellation);
            }
            return new PullLock(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) { // another thread of this process
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
