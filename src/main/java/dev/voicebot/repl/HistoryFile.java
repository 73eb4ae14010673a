package dev.voicebot.repl;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where the questions are kept: a file that only its owner reads. */
final class HistoryFile {
    private HistoryFile() {}

    /** Makes the file and its folder where they are missing, and takes it away from other readers. */
    static void prepare(Path file) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (Files.notExists(file)) {
            if (posix) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } else if (posix) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        if (!Files.isReadable(file) || !Files.isWritable(file)) {
            throw new IOException("not readable and writable: " + file);
        }
    }
}
