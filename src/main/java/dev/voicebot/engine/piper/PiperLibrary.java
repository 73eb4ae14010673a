package dev.voicebot.engine.piper;

import dev.voicebot.files.PrivateFiles;
import io.github.givimad.piperjni.PiperJNI;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Piper's shared library. By itself it would unpack espeak's data, 19 MB, into the folder for temporary files in each
 * process, and leave them there; this one takes those that were unpacked before.
 */
final class PiperLibrary extends PiperJNI {
    private static final Logger LOG = LoggerFactory.getLogger(PiperLibrary.class);
    private static final String TEMPORARY = "java.io.tmpdir"; // Piper creates its folders there

    private final Path espeakData;

    private PiperLibrary(Path espeakData) throws IOException {
        this.espeakData = espeakData;
    }

    /** Once in a process. Its own libraries pass through a folder below {@code cache}, of which nothing is left. */
    static PiperJNI load(Path espeakData, Path cache) throws IOException {
        Path all = PrivateFiles.folder(cache.toAbsolutePath().resolve("piper-loading"));
        removeThoseOfDeadProcesses(all);
        Path own = PrivateFiles.folder(
                all.resolve(Long.toString(ProcessHandle.current().pid())));
        String before = System.getProperty(TEMPORARY, "");
        System.setProperty(TEMPORARY, own.toString());
        try {
            PiperLibrary library = new PiperLibrary(espeakData);
            library.initialize(false, false);
            return library;
        } finally {
            System.setProperty(TEMPORARY, before);
            remove(own);
        }
    }

    @Override
    protected void setESpeakDataPath(int config, @Nullable String path) {
        super.setESpeakDataPath(config, espeakData.toString());
    }

    private static void removeThoseOfDeadProcesses(Path all) throws IOException {
        try (Stream<Path> folders = Files.list(all)) {
            folders.filter(PiperLibrary::isOfDeadProcess).forEach(PiperLibrary::remove);
        }
    }

    private static boolean isOfDeadProcess(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return name.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(name)).isEmpty();
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> insideFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : insideFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.debug("{} stays until this process has ended", folder, e); // Windows keeps what is loaded
        }
    }
}
