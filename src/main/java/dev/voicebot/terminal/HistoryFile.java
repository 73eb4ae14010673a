package dev.voicebot.terminal;

import dev.voicebot.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the questions are kept: a file that only its owner reads. */
public final class HistoryFile {
    private HistoryFile() {}

    /** Makes the file and its folder where they are missing, and takes it away from other readers. */
    public static void prepare(Path file) throws IOException {
        PrivateFiles.folder(file.toAbsolutePath().resolveSibling("."));
        PrivateFiles.ensure(file);
        if (!Files.isReadable(file) || !Files.isWritable(file)) {
            throw new IOException("not readable and writable: " + file);
        }
    }
}
