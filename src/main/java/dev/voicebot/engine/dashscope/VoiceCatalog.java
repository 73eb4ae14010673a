package dev.voicebot.engine.dashscope;

import dev.voicebot.synthesis.KnownVoice;
import dev.voicebot.synthesis.KnownVoice.Sex;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which models of the service have which voices, as far as its lists say; users have voices of their own besides. A
 * voice belongs to one family of models, and most have a namesake in the others: {@code longhua_v2}, {@code longhua_v3}.
 */
public final class VoiceCatalog {
    private static final int STANDARD_VOICES = 2;
    private static final int NEAR_VOICES = 3;

    private VoiceCatalog() {}

    /** The known voices of {@code model}; none where the model has only those that users make. */
    public static List<KnownVoice> of(String model) {
        return family(model).map(Tables.ALL::get).orElse(List.of());
    }

    /** Whether any model has the voice, so that others speak with its namesake. */
    public static boolean knows(String voice) {
        return find(voice).isPresent();
    }

    /** Who speaks where no voice is chosen, the usual one first: a region may lack one. */
    static List<String> standard(String model) {
        return of(model).stream().limit(STANDARD_VOICES).map(KnownVoice::name).toList();
    }

    static boolean has(String model, String voice) {
        return of(model).stream().anyMatch(known -> known.name().equals(voice));
    }

    /** The voice as any model has it. */
    static Optional<KnownVoice> find(String voice) {
        return Tables.ALL.values().stream()
                .flatMap(List::stream)
                .filter(known -> known.name().equals(voice))
                .findFirst();
    }

    /** The voice of {@code model} that bears the same name but for the version. */
    static Optional<String> namesake(String model, String voice) {
        String stem = stem(voice);
        return of(model).stream()
                .map(KnownVoice::name)
                .filter(known -> stem(known).equals(stem))
                .findFirst();
    }

    /** Names of {@code model} that are like {@code voice}, the likest first. */
    static List<String> near(String model, String voice) {
        return of(model).stream()
                .map(KnownVoice::name)
                .sorted(Comparator.comparingInt(known -> -commonBeginning(known, voice)))
                .limit(NEAR_VOICES)
                .toList();
    }

    /** The rows of the table that {@code model} speaks with; empty for models without voices, and unknown ones. */
    private static Optional<String> family(String model) {
        if (model.startsWith("qwen-audio-") && model.contains("-tts-")) {
            return Optional.of(model.contains("-plus") ? "qwen-audio-tts-plus" : "qwen-audio-tts-flash");
        }
        if (model.startsWith("cosyvoice-v3.")) {
            return Optional.empty(); // cloned and designed voices only
        }
        return Stream.of("cosyvoice-v3-plus", "cosyvoice-v3", "cosyvoice-v2", "cosyvoice-v1")
                .filter(model::startsWith)
                .findFirst();
    }

    private static String stem(String voice) {
        return voice.replaceFirst("_v[0-9.]+$", "");
    }

    private static int commonBeginning(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    /** Read when a voice is first asked for. */
    private static final class Tables {
        static final Map<String, List<KnownVoice>> ALL = read();

        private static Map<String, List<KnownVoice>> read() {
            InputStream table = Objects.requireNonNull(VoiceCatalog.class.getResourceAsStream("voices.tsv"));
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
                return lines.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split("\t", -1))
                        .collect(Collectors.groupingBy(
                                row -> row[0],
                                LinkedHashMap::new,
                                Collectors.mapping(Tables::voice, Collectors.toList())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static KnownVoice voice(String[] row) {
            return new KnownVoice(row[1], row[2], row[3].equals("m") ? Sex.MALE : Sex.FEMALE, row[4]);
        }
    }
}
