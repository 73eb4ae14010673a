package dev.voicebot.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that is written aside and takes its place when it is whole: a reader, a kill or a full disk leaves the old file
 * or the new one, never a part. Only the owner can read it. One thread at a time.
 *
 * <p>Where something other than an ordinary file has that name ({@code /dev/stdout}, a pipe), it is written at once.
 */
public final class WholeFile implements AutoCloseable {
    private static final String SUFFIX = ".part";
    private static final Pattern PROCESS = Pattern.compile("(\\d{1,18})-\\d+\\.part");

    private final Path target;
    private final Path aside; // the target itself where that is no ordinary file
    private final Writer text;
    private boolean moved;

    private WholeFile(Path target, Path aside, Writer text) {
        this.target = target;
        this.aside = aside;
        this.text = text;
    }

    /** Begins to write; {@code file} stays as it is until {@link #complete}. Its folder must exist. */
    public static WholeFile replacing(Path file) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(); // a link stays a link
        boolean ordinary = Files.notExists(target) || Files.isRegularFile(target);
        Path aside = ordinary ? besides(target) : target;
        removeOthers(target);
        return new WholeFile(target, aside, PrivateFiles.text(PrivateFiles.output(aside)));
    }

    /** Replaces the file with this text. */
    public static void write(Path file, String text) throws IOException {
        try (WholeFile whole = replacing(file)) {
            whole.append(text);
            whole.complete();
        }
    }

    /** Replaces an ordinary file with these bytes, which then has the time of modification {@code stamped} gives it. */
    public static void write(Path file, byte[] bytes, Stamp stamp) throws IOException {
        replace(file, aside -> {
            try (OutputStream out = PrivateFiles.output(aside)) {
                out.write(bytes);
            }
            stamp.on(aside);
        });
    }

    /**
     * Replaces an ordinary file with what {@code filling} writes into the file it is given, which is there, empty and
     * its owner's alone.
     */
    public static void replace(Path file, Filling filling) throws IOException {
        Path aside = besides(file.toAbsolutePath());
        try {
            filling.fill(aside);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** Replaces an ordinary file with these bytes. */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, bytes, aside -> {});
    }

    /** Adds text, at once on the disk. */
    public void append(String more) throws IOException {
        text.write(more);
        text.flush();
    }

    /** All was written: the file takes its place. */
    public void complete() throws IOException {
        text.close();
        if (!aside.equals(target)) {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        moved = true;
    }

    /**
     * Closes a file that is not complete as {@link #close} does, but leaves what was written in one of its own,
     * {@code NAME.part}, and gives that; empty when nothing was written, or the file is complete.
     */
    public Optional<Path> keepPart() throws IOException {
        text.close();
        if (moved || aside.equals(target) || Files.size(aside) == 0) {
            close();
            return Optional.empty();
        }
        Path part = target.resolveSibling(target.getFileName() + SUFFIX);
        Files.move(aside, part, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        moved = true;
        return Optional.of(part);
    }

    /** What is not complete is dropped, and the file is as it was before. */
    @Override
    public void close() throws IOException {
        if (moved) {
            return;
        }
        try {
            text.close();
        } finally {
            if (!aside.equals(target)) {
                Files.deleteIfExists(aside);
            }
        }
    }

    private static Path besides(Path target) throws IOException {
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException("not the name of a file: " + target);
        }
        String beginning =
                "." + target.getFileName() + "-" + ProcessHandle.current().pid() + "-";
        return Files.createTempFile(folder, beginning, SUFFIX); // Java makes these for the owner alone
    }

    /** What a process left that was killed: the name tells which one it was. */
    private static void removeOthers(Path target) throws IOException {
        String beginning = "." + target.getFileName() + "-";
        try (DirectoryStream<Path> found = Files.newDirectoryStream(
                target.resolveSibling("."), file -> isOfDeadProcess(file.getFileName(), beginning))) {
            for (Path file : found) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isOfDeadProcess(Path name, String beginning) {
        if (!name.toString().startsWith(beginning)) {
            return false;
        }
        Matcher process = PROCESS.matcher(name.toString().substring(beginning.length()));
        return process.matches()
                && ProcessHandle.of(Long.parseLong(process.group(1))).isEmpty();
    }

    /** Gives a file that is whole its time of modification before others see it. */
    @FunctionalInterface
    public interface Stamp {
        void on(Path file) throws IOException;
    }

    /** Writes what a file is to hold. */
    @FunctionalInterface
    public interface Filling {
        void fill(Path aside) throws IOException;
    }
}
