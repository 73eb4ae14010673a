package dev.voicebot.terminal;

import dev.voicebot.files.UnpackedFile;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import org.jline.nativ.JLineNativeLoader;
import org.jline.nativ.OSInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JLine's shared library, unpacked once into the cache. By itself JLine would unpack it into the folder for temporary
 * files in each process, and a process that is killed would leave it there.
 */
public final class TerminalLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalLibrary.class);
    private static final String FOLDER_PROPERTY = "library.jline.path";

    private static volatile @Nullable Path cache; // JLine's own setting is the process's, too

    private TerminalLibrary() {}

    /** Where to unpack it when a terminal is opened. */
    public static void keepIn(Path folder) {
        cache = folder;
    }

    static void unpack() {
        Path folder = cache;
        if (folder == null || System.getProperty(FOLDER_PROPERTY) != null) {
            return;
        }
        try {
            System.setProperty(FOLDER_PROPERTY, unpackInto(folder).toString());
        } catch (IOException e) {
            LOG.debug("JLine unpacks its library by itself", e);
        }
    }

    static Path unpackInto(Path cache) throws IOException {
        String platform = OSInfo.getNativeLibFolderPathForCurrentOS();
        String name = System.mapLibraryName("jlinenative").replace(".dylib", ".jnilib");
        URL packed = JLineNativeLoader.class.getResource(platform + "/" + name);
        if (packed == null) {
            throw new IOException("no library for this computer");
        }
        Path folder = cache.toAbsolutePath()
                .resolve("jline-" + JLineNativeLoader.getVersion() + "-" + platform.replace('/', '-'));
        UnpackedFile.ensure(packed, folder.resolve(name));
        return folder;
    }
}
