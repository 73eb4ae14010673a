package dev.voicebot.engine.dashscope;

import dev.voicebot.files.PrivateFiles;
import dev.voicebot.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which of the user's files became which list at the service: two lines each, what it held and the id. */
final class KnownVocabularies {
    private static final Logger log = LoggerFactory.getLogger(KnownVocabularies.class);

    private final Path folder;
    private final String purpose;

    /** {@code purpose} tells services and models apart. */
    KnownVocabularies(Path folder, String purpose) {
        this.folder = folder;
        this.purpose = purpose;
    }

    /** The id of the list that was made of exactly these words. */
    Optional<String> of(Path file, List<String> words) {
        return read(file)
                .filter(lines -> lines.get(0).equals(hash(String.join("\n", words))))
                .map(lines -> lines.get(1));
    }

    /** The id of the list that was made of this file, whatever it held then. */
    Optional<String> earlier(Path file) {
        return read(file).map(lines -> lines.get(1));
    }

    void keep(Path file, List<String> words, String id) {
        try {
            PrivateFiles.folder(folder);
            WholeFile.write(entry(file), hash(String.join("\n", words)) + "\n" + id + "\n");
        } catch (IOException e) {
            log.warn("the list of hot words will be made again", e);
        }
    }

    private Optional<List<String>> read(Path file) {
        try {
            return Optional.of(Files.readAllLines(entry(file))).filter(lines -> lines.size() == 2);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path entry(Path file) {
        return folder.resolve(hash(purpose + " " + file.toAbsolutePath().normalize()));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
