package dev.voicebot.engine.espeak;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.files.PrivateFiles;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** espeak-ng's shared library and its data, unpacked from the class path into files, where the system can load them. */
record EspeakLibrary(Path library, Path data) {
    private static final String VERSION = "META-INF/maven/io.github.givimad/piper-jni/pom.properties";
    private static final String DATA = "espeak-ng-data.zip";
    private static final String CONTENTS =
            "contents"; // "<bytes> <file>" a line, to notice what is missing or cut short

    /**
     * Unpacks once into a folder of its own below {@code cacheFolder}; later calls only look whether all is there, and
     * repair it. Safe when several processes do it at once.
     *
     * @throws AssistantException FAILED when this computer has no such library or the folder cannot be written
     */
    static EspeakLibrary unpackInto(Path cacheFolder, EspeakPlatform platform) {
        try {
            Path folder = cacheFolder.toAbsolutePath().resolve("espeak-" + version() + "-" + platform.folder());
            if (!isWhole(folder)) {
                unpackAlone(folder, platform);
            }
            return new EspeakLibrary(folder.resolve(platform.libraryFile()), folder.resolve("data"));
        } catch (IOException e) {
            throw new AssistantException(
                    FaultKind.FAILED,
                    tr(
                            "Cannot unpack the built-in voice into %s (%s: %s). Free 20 MB there, or set"
                                    + " XDG_CACHE_HOME to a writable folder.",
                            cacheFolder, e.getClass().getSimpleName(), e.getMessage()),
                    e);
        }
    }

    // A lock of the file system keeps other processes out, the monitor other threads: the lock is the process's.
    private static synchronized void unpackAlone(Path folder, EspeakPlatform platform) throws IOException {
        PrivateFiles.folder(folder.resolveSibling("."));
        Path lockFile = folder.resolveSibling("espeak.lock");
        try (FileChannel channel =
                        PrivateFiles.open(lockFile, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
                FileLock lock = channel.lock()) {
            if (!isWhole(folder)) {
                unpack(folder, platform);
            }
        }
    }

    private static void unpack(Path folder, EspeakPlatform platform) throws IOException {
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        delete(unfinished);
        try {
            fill(unfinished, platform);
            delete(folder);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            try {
                delete(unfinished);
            } catch (IOException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    private static void fill(Path folder, EspeakPlatform platform) throws IOException {
        PrivateFiles.folder(folder.resolve("data"));
        try (InputStream library = resource(platform.folder() + "/" + platform.libraryFile())) {
            PrivateFiles.copy(library, folder.resolve(platform.libraryFile()));
        }
        try (ZipInputStream zip = new ZipInputStream(resource(DATA))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = folder.resolve("data").resolve(entry.getName());
                if (entry.isDirectory()) {
                    PrivateFiles.foldersFor(target);
                } else {
                    PrivateFiles.foldersFor(target.resolveSibling("."));
                    PrivateFiles.copy(zip, target);
                }
            }
        }
        PrivateFiles.write(folder.resolve(CONTENTS), String.join("\n", contents(folder)) + "\n");
    }

    private static List<String> contents(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lines.add(Files.size(file) + " " + folder.relativize(file));
            }
        }
        return lines;
    }

    private static boolean isWhole(Path folder) throws IOException {
        Path contents = folder.resolve(CONTENTS);
        if (!Files.isRegularFile(contents)) {
            return false;
        }
        List<String> lines = Files.readAllLines(contents, StandardCharsets.UTF_8);
        return !lines.isEmpty() && lines.stream().allMatch(line -> isThere(folder, line));
    }

    private static boolean isThere(Path folder, String line) {
        String[] sizeAndFile = line.split(" ", 2);
        return sizeAndFile.length == 2
                && sizeAndFile[0].equals(
                        Long.toString(folder.resolve(sizeAndFile[1]).toFile().length()));
    }

    private static String version() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = resource(VERSION)) {
            properties.load(in);
        }
        return properties.getProperty("version", "unknown");
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = EspeakLibrary.class.getClassLoader().getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException(name + " is not on the class path");
        }
        return in;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
