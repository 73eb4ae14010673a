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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
        voices.addAll(sorted(all(data.resolve("lang"), EspeakVoices::language)));
        voices.addAll(sorted(all(data.resolve("voices").resolve("!v"), EspeakVoices::variant)));
        return voices;
    }

    /** What espeak calls the voice of each language: {@code en-gb} is spoken by {@code en}; reads files. */
    static Map<String, String> byLanguage(Path data) {
        return all(
                        data.resolve("lang"),
                        (file, lines) -> language(file, lines)
                                .map(voice -> Map.entry(
                                        voice.name(), file.getFileName().toString())))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }

    private static List<KnownVoice> sorted(List<KnownVoice> voices) {
        return voices.stream().sorted(Comparator.comparing(KnownVoice::name)).toList();
    }

    private static <T> List<T> all(Path folder, Reading<T> reading) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<T> found = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                reading.of(file, Files.readAllLines(file, StandardCharsets.ISO_8859_1))
                        .ifPresent(found::add);
            }
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

    private interface Reading<T> {
        Optional<T> of(Path file, List<String> lines);
    }
}
