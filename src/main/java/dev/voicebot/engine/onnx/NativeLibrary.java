package dev.voicebot.engine.onnx;

import ai.onnxruntime.OrtEnvironment;
import dev.voicebot.files.UnpackedFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** onnxruntime's shared libraries, unpacked once into the cache; by itself it would do so again in each process. */
final class NativeLibrary {
    private static final String FOLDER_PROPERTY = "onnxruntime.native.path";

    private NativeLibrary() {}

    /** Safe when several processes do it at once. */
    static void unpackInto(Path cache) throws IOException {
        String platform = platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        String version = OrtEnvironment.class.getPackage().getImplementationVersion();
        Path folder = cache.toAbsolutePath().resolve("onnxruntime-" + version + "-" + platform);
        for (String name : List.of("onnxruntime", "onnxruntime4j_jni")) {
            String file = System.mapLibraryName(name);
            unpack("/ai/onnxruntime/native/" + platform + "/" + file, folder.resolve(file));
        }
        System.setProperty(FOLDER_PROPERTY, folder.toString());
    }

    /** As the library's own jar names them. */
    static String platform(String system, String processor) {
        String name = system.toLowerCase(Locale.ROOT);
        String part = name.startsWith("windows") ? "win" : name.startsWith("mac") ? "osx" : "linux";
        return switch (processor) {
            case "amd64", "x86_64" -> part + "-x64";
            case "aarch64", "arm64" -> part + "-aarch64";
            default -> part + "-" + processor;
        };
    }

    private static void unpack(String resource, Path file) throws IOException {
        URL packed = OrtEnvironment.class.getResource(resource);
        if (packed == null) {
            throw new FileNotFoundException("no library for this computer");
        }
        UnpackedFile.ensure(packed, file);
    }
}
