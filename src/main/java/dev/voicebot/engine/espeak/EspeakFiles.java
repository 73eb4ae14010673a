package dev.voicebot.engine.espeak;

import com.sun.jna.Platform;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * espeak-ng's shared library and data on disk, unpacked once from the jar that carries them (piper-jni's). The folder
 * is named after that jar and moved into place whole: two programs may start at once, and a new version unpacks anew.
 */
record EspeakFiles(Path library, Path folder) {
    private static final String DATA = "/espeak-ng-data.zip";
    private static final Pattern JAR = Pattern.compile("([^/]+)\\.jar!");

    static EspeakFiles unpackedIn(Path cache) {
        String resource = libraryResource();
        URL data = EspeakFiles.class.getResource(DATA);
        URL library = EspeakFiles.class.getResource(resource);
        if (data == null || library == null) {
            throw new AssistantException(
                    FaultKind.SETTINGS,
                    "the built-in voice has no library for " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch") + ": set synthesis.engine = \"dashscope\"");
        }
        Path folder = cache.resolve("espeak-" + jarName(data));
        String name = resource.substring(resource.lastIndexOf('/') + 1);
        if (!Files.isDirectory(folder)) {
            unpack(cache, folder, resource, name);
        }
        return new EspeakFiles(folder.resolve(name), folder);
    }

    /** e.g. {@code piper-jni-1.2.0-c0670df}, which changes with the version. */
    private static String jarName(URL resource) {
        Matcher jar = JAR.matcher(resource.toString());
        return jar.find() ? jar.group(1) : "unpacked";
    }

    private static String libraryResource() {
        if (Platform.isWindows()) {
            return "/win-amd64/espeak-ng.dll";
        }
        if (Platform.isMac()) {
            return (Platform.isARM() ? "/macos-arm64" : "/macos-amd64") + "/libespeak-ng.1.dylib";
        }
        String machine = Platform.is64Bit() ? (Platform.isARM() ? "arm64" : "amd64") : "armv7l";
        return "/debian-" + machine + "/libespeak-ng.so.1";
    }

    private static void unpack(Path cache, Path folder, String library, String name) {
        try {
            Files.createDirectories(cache);
            Path draft = Files.createTempDirectory(cache, "unpacking-");
            try {
                unpackData(draft.resolve("espeak-ng-data"));
                try (InputStream bytes = resource(library)) {
                    Files.copy(bytes, draft.resolve(name));
                }
                moveIntoPlace(draft, folder);
            } finally {
                delete(draft);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new AssistantException(
                    FaultKind.FAILED, "cannot unpack the built-in voice in " + cache + ": " + e.getMessage(), e);
        }
    }

    private static void moveIntoPlace(Path draft, Path folder) throws IOException {
        try {
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) { // otherwise another program was faster
                throw e;
            }
        }
    }

    private static void unpackData(Path target) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(resource(DATA))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("a file outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream bytes = EspeakFiles.class.getResourceAsStream(name);
        if (bytes == null) {
            throw new IOException("not in the program: " + name);
        }
        return bytes;
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
