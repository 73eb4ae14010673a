package dev.voicebot.localmodels;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.voicebot.files.PrivateFiles;
import dev.voicebot.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code model.json} in a model's folder: what was pulled. The folder is loaded only as long as it matches: a damaged
 * model can end the process that loads it.
 *
 * @param roles files or folders by role, relative to the folder
 * @param files every file of the folder
 */
record Stamp(LocalModel.Kind kind, List<String> languages, Map<String, String> roles, List<StampedFile> files) {
    static final String NAME = "model.json";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    Stamp {
        languages = List.copyOf(languages);
        roles = new TreeMap<>(roles);
        files = List.copyOf(files);
    }

    /** A file as it was pulled; {@code modified} in milliseconds since 1970. */
    record StampedFile(String path, long size, long modified, String sha256) {
        static StampedFile of(Path folder, Path file) throws IOException {
            return new StampedFile(
                    portable(folder.relativize(file)), Files.size(file), modified(file), Digests.of(file));
        }

        boolean looksAsPulled(Path folder) {
            Path file = folder.resolve(path);
            try {
                return Files.isRegularFile(file) && Files.size(file) == size && modified(file) == modified;
            } catch (IOException e) {
                return false;
            }
        }

        private static long modified(Path file) throws IOException {
            return Files.getLastModifiedTime(file).toMillis();
        }

        private static String portable(Path path) {
            return path.toString().replace('\\', '/');
        }
    }

    /** Reads every file of the folder. */
    static Stamp of(Path folder, LocalModel.Kind kind, Map<String, String> roles, List<String> languages)
            throws IOException {
        List<StampedFile> stamped = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (!file.equals(folder.resolve(NAME))) {
                    stamped.add(StampedFile.of(folder, file));
                }
            }
        }
        return new Stamp(kind, languages, roles, stamped);
    }

    static Stamp read(Path folder) throws IOException {
        try {
            return JSON.readValue(PrivateFiles.read(folder.resolve(NAME)), Stamp.class);
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException e) {
            throw new IOException("not a stamp: " + folder.resolve(NAME), e);
        }
    }

    void write(Path folder) throws IOException {
        WholeFile.write(folder.resolve(NAME), JSON.writeValueAsString(this) + "\n");
    }

    /** Whether size and time of every file are those that were pulled, and each role has its file. */
    boolean matches(Path folder) {
        return files.stream().allMatch(file -> file.looksAsPulled(folder))
                && roles.values().stream().allMatch(path -> Files.exists(folder.resolve(path)));
    }
}
