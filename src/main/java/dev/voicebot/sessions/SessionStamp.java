package dev.voicebot.sessions;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What the file system knows of a file's state, in one comparable row: every change of the file changes it, also one by
 * hand, a copy over it that keeps the time of modification, or a restored backup.
 *
 * @param row its size, its time of modification and, where the system knows them, the time of any change and its number
 * @param changed when it last changed
 */
record SessionStamp(String row, Instant changed) {
    /** Two changes of a file may bear the same time when they are nearer than this. */
    private static final Duration CLOCK_TICK = Duration.ofSeconds(2);

    private static final String UNIX = "unix:isRegularFile,size,lastModifiedTime,ctime,ino";

    /** @throws FileSystemException where it is no ordinary file */
    static SessionStamp of(Path file) throws IOException {
        return hasUnixTimes(file) ? unix(file) : basic(file);
    }

    /** Whether a later change is sure to make another stamp. */
    boolean isSettled(Instant now) {
        return changed.plus(CLOCK_TICK).isBefore(now);
    }

    private static boolean hasUnixTimes(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    private static SessionStamp unix(Path file) throws IOException {
        Map<String, Object> found = Files.readAttributes(file, UNIX);
        require(Boolean.TRUE.equals(found.get("isRegularFile")), file);
        long modified = nanos(Objects.requireNonNull(found.get("lastModifiedTime")));
        long changed = nanos(Objects.requireNonNull(found.get("ctime")));
        return new SessionStamp(
                found.get("size") + " " + modified + " " + changed + " " + found.get("ino"), instant(changed));
    }

    private static SessionStamp basic(Path file) throws IOException {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        require(found.isRegularFile(), file);
        long modified = nanos(found.lastModifiedTime());
        return new SessionStamp(found.size() + " " + modified, instant(modified));
    }

    private static void require(boolean isRegular, Path file) throws IOException {
        if (!isRegular) {
            throw new FileSystemException(file.toString(), null, "not a regular file");
        }
    }

    private static long nanos(Object time) {
        return ((FileTime) time).to(TimeUnit.NANOSECONDS);
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }
}
