package dev.voicebot.files;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The only way to make a file or a folder: nobody but the owner may read it, whatever the umask, where the file system
 * knows owners. {@code ArchitectureTest} holds the rest of the program to it.
 */
public final class PrivateFiles {
    private static final String FOLDER = "rwx------";
    private static final String FILE = "rw-------";

    private PrivateFiles() {}

    /** A folder of ours: afterwards it exists, with those above it, and others cannot look into it. */
    public static Path folder(Path folder) throws IOException {
        foldersFor(folder);
        restrict(folder, FOLDER);
        return folder;
    }

    /** A folder that the user named: one that exists keeps its permissions, those that are missing are private. */
    public static Path foldersFor(Path folder) throws IOException {
        return Files.createDirectories(folder, attributes(folder, FOLDER));
    }

    /** A new, empty file; fails with {@link FileAlreadyExistsException} when the name is taken. */
    public static Path create(Path file) throws IOException {
        return Files.createFile(file, attributes(file, FILE));
    }

    /** A file of ours that others write to as well: afterwards it exists and is the owner's alone. */
    public static Path ensure(Path file) throws IOException {
        try {
            return create(file);
        } catch (FileAlreadyExistsException e) {
            if (Files.isRegularFile(file)) {
                restrict(file, FILE);
            }
            return file;
        }
    }

    /** A new file in the system's folder for temporary ones. */
    public static Path temporary(String prefix, String suffix) throws IOException {
        return Files.createTempFile(prefix, suffix); // Java makes these for the owner alone
    }

    /** As {@link FileChannel#open}. */
    public static FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
        return FileChannel.open(file, options, attributes(file, FILE));
    }

    /** The file with only what is written now. */
    public static OutputStream output(Path file) throws IOException {
        return Channels.newOutputStream(open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)));
    }

    /** Opens a file of ours for reading: an ordinary one, never a pipe, which would wait for somebody to write. */
    public static InputStream input(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "not a regular file");
        }
        return Files.newInputStream(file);
    }

    /** All of such a file. */
    public static byte[] read(Path file) throws IOException {
        try (InputStream in = input(file)) {
            return in.readAllBytes();
        }
    }

    /** Adds text to the file. */
    public static Writer appender(Path file) throws IOException {
        return text(Channels.newOutputStream(open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND))));
    }

    /** A new file with this text; fails with {@link FileAlreadyExistsException} when the name is taken. */
    public static void write(Path file, String text) throws IOException {
        try (FileChannel channel = open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** A copy; fails with {@link FileAlreadyExistsException} when the name is taken. */
    public static void copy(Path from, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from)) {
            copy(in, to);
        }
    }

    /** The same of all that comes. */
    public static void copy(InputStream from, Path to) throws IOException {
        try (OutputStream out =
                Channels.newOutputStream(open(to, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)))) {
            from.transferTo(out);
        }
    }

    static Writer text(OutputStream bytes) {
        return new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (isPosix(path)) {
            Set<PosixFilePermission> owner = PosixFilePermissions.fromString(permissions);
            if (!Files.getPosixFilePermissions(path).equals(owner)) {
                Files.setPosixFilePermissions(path, owner);
            }
        }
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
