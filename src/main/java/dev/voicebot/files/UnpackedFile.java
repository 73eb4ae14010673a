package dev.voicebot.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file out of the program itself, such as a native library, which the system can load from a folder only. */
public final class UnpackedFile {
    private UnpackedFile() {}

    /** Unpacks {@code packed} unless it is there, as long as it should be. Safe when several processes do it at once. */
    public static void ensure(URL packed, Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) == packed.openConnection().getContentLengthLong()) {
            return;
        }
        PrivateFiles.folder(file.resolveSibling("."));
        WholeFile.replace(file, aside -> {
            try (InputStream library = packed.openStream();
                    OutputStream out = PrivateFiles.output(aside)) {
                library.transferTo(out);
            }
        });
    }
}
