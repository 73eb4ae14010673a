package dev.voicebot.sessions;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * How to see that a file is still the same: a change of what is in it changes its time, a file moved to its place has
 * another key.
 *
 * @param modified its time of modification, in nanoseconds
 * @param key of which file it is, where the system has such keys
 */
record SessionStamp(long size, long modified, long key) {
    /** Two changes of a file may bear the same time when they are nearer than this. */
    private static final Duration CLOCK_TICK = Duration.ofSeconds(2);

    /** Fails with {@link FileSystemException} where it is no ordinary file. */
    static SessionStamp of(Path file) throws IOException {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        if (!found.isRegularFile()) {
            throw new FileSystemException(file.toString(), null, "not a regular file");
        }
        return new SessionStamp(
                found.size(), found.lastModifiedTime().to(TimeUnit.NANOSECONDS), Objects.hashCode(found.fileKey()));
    }

    /** Whether a later change is sure to make another stamp. */
    boolean isSettled(Instant now) {
        return Instant.ofEpochSecond(0, modified).plus(CLOCK_TICK).isBefore(now);
    }
}
