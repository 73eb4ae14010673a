package dev.voicebot.engine.espeak;

import dev.voicebot.synthesis.KnownVoice;
import dev.voicebot.synthesis.KnownVoice.Sex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The voices in espeak-ng's data: one file each, whose first lines are its names. */
final class EspeakVoices {
    private static final Logger LOG = LoggerFactory.getLogger(EspeakVoices.class);
    private static final String NAME = "name ";
    private static final String LANGUAGE = "language ";
    private static final String GENDER = "gender ";

    private EspeakVoices() {}

    /** Languages first, then the variants, which are added to a language; reads files. */
    static List<KnownVoice> in(Path data) {
        List<KnownVoice> voices = new ArrayList<>();
        voices.addAll(all(data.resolve("lang"), EspeakVoices::language));
        voices.addAll(all(data.resolve("voices").resolve("!v"), EspeakVoices::variant));
        return voices;
    }

    private static List<KnownVoice> all(Path folder, Reading reading) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<KnownVoice> found = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                reading.of(file, Files.readAllLines(file, StandardCharsets.ISO_8859_1))
                        .ifPresent(found::add);
            }
            found.sort(Comparator.comparing(KnownVoice::name));
            return found;
        } catch (IOException e) {
            LOG.warn("no list of espeak's voices", e);
            return List.of();
        }
    }

    private static Optional<KnownVoice> language(Path file, List<String> lines) {
        return value(lines, LANGUAGE)
                .map(language -> new KnownVoice(
                        language.split(" ", 2)[0], value(lines, NAME).orElse(""), sex(lines), ""));
    }

    private static Optional<KnownVoice> variant(Path file, List<String> lines) {
        return Optional.of(new KnownVoice("+" + file.getFileName(), "", sex(lines), "variant"));
    }

    /** A voice that does not say is a man's. */
    private static Sex sex(List<String> lines) {
        return value(lines, GENDER)
                .filter(gender -> gender.startsWith("female"))
                .map(gender -> Sex.FEMALE)
                .orElse(Sex.MALE);
    }

    private static Optional<String> value(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).strip())
                .findFirst();
    }

    private interface Reading {
        Optional<KnownVoice> of(Path file, List<String> lines);
    }
}
