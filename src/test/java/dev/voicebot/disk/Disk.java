package dev.voicebot.disk;

import java.io.IOException;
import java.nio.Buffer;
import java.util.concurrent.locks.LockSupport;

/**
 * Counts the changes of files below one folder, and ends at one of them. {@link DiskAgent} makes Java's own classes call
 * this one, so it lives in the bootstrap class path and uses nothing of the program.
 *
 * <p>Any thread. Changes are made one at a time, so what is on the disk is what the first N of them left.
 */
public final class Disk {
    /** What happens at the last change. */
    public enum End {
        /** The process dies, as by {@code kill -9}. */
        KILLED,
        /** This change and all that follow fail: on the disk is what a kill would have left. */
        DEAD
    }

    private static final Object LOCK = new Object();

    /** A kill tears a write only where two pages of memory meet, which is never in a header. */
    private static final int NEVER_TORN = 64;

    private static String folder = ""; // nothing is counted while it is empty
    private static long last = Long.MAX_VALUE;
    private static boolean torn;
    private static End end = End.DEAD;
    private static Runnable ending = () -> {};
    private static long changes;
    private static boolean ended;

    private Disk() {}

    /**
     * Counts from now on, and ends after so many changes.
     *
     * @param half whether half of the bytes of one more write are written
     * @param told is run once, at the end, before anything else happens
     */
    public static void endAfter(String below, long count, boolean half, End how, Runnable told) {
        synchronized (LOCK) {
            folder = below;
            last = count;
            torn = half;
            end = how;
            ending = told;
            changes = 0;
            ended = false;
        }
    }

    /** Nothing is counted any more; how many changes there were. */
    public static long stop() {
        synchronized (LOCK) {
            folder = "";
            return changes;
        }
    }

    public static boolean hasEnded() {
        synchronized (LOCK) {
            return ended;
        }
    }

    /** Before a change that is made as a whole or not at all. */
    public static void change(Object path) throws IOException {
        if (isCounted(path)) {
            synchronized (LOCK) {
                if (++changes > last) {
                    end(path);
                }
            }
        }
    }

    /** Before so many bytes are written: how many of them are. */
    public static int write(Object path, int length) throws IOException {
        if (!isCounted(path)) {
            return length;
        }
        synchronized (LOCK) {
            if (++changes <= last) {
                return length;
            }
            if (torn && !ended && length > NEVER_TORN) {
                ended = true;
                ending.run();
                return length / 2;
            }
            end(path);
            return 0;
        }
    }

    /** The same of a buffer, whose limit is set. */
    public static void write(Object path, Buffer bytes) throws IOException {
        bytes.limit(bytes.position() + write(path, bytes.remaining()));
    }

    /** After a write, of which only half may have been made. */
    public static void written(Object path) throws IOException {
        if (isCounted(path)) {
            synchronized (LOCK) {
                if (ended) {
                    end(path);
                }
            }
        }
    }

    private static boolean isCounted(Object path) {
        String below = folder;
        return !below.isEmpty() && path != null && path.toString().startsWith(below);
    }

    private static void end(Object path) throws IOException {
        if (!ended) {
            ended = true;
            ending.run();
        }
        if (end == End.KILLED) {
            die();
        }
        throw new IOException("No space left on device: " + path);
    }

    /** Holds the lock, so nobody else changes anything until the signal has come. */
    private static void die() throws IOException {
        new ProcessBuilder(
                        "kill", "-KILL", Long.toString(ProcessHandle.current().pid()))
                .start();
        while (true) { // an interrupt does not save it
            LockSupport.park();
        }
    }
}
