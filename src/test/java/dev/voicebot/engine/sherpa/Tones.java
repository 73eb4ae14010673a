package dev.voicebot.engine.sherpa;

import dev.voicebot.Requirements;
import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.localmodels.ModelStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Models made by hand for the real library: eight tones are eight words, and a voice whistles them. */
public final class Tones {
    /** What {@link #said} says. */
    public static final String WORDS = "hello world你好 one two";

    private static final Path MODELS = Path.of("src", "test", "resources", "tones");
    private static final List<String> VOCABULARY = List.of("hello", "world", "你", "好", "one", "two", "stop", "please");
    private static final double[] FREQUENCIES = {440, 620, 850, 1150, 1550, 2100, 2900, 4000};
    private static final double PAUSE = 1.6;

    private Tones() {}

    /** The library that scripts/fetch-sherpa has put there; skips the test without it. */
    public static Path library() {
        Path folder = Path.of("target", "sherpa").toAbsolutePath();
        Requirements.file(folder.resolve("1.13.8"), "scripts/fetch-sherpa");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains("sherpa-onnx-c-api"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library, pulled into the store. */
    public static LocalModel engine(ModelStore store) {
        Path library = library();
        Path folder = store.folder("engine");
        try (Stream<Path> files = Files.list(library.resolveSibling("."))) {
            Files.createDirectories(folder);
            for (Path file :
                    files.filter(file -> file.toString().contains(".so")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return store.adopt("engine", LocalModel.Kind.ENGINE, Map.of("library", library.getFileName()), List.of());
    }

    /** A recognizer, pulled into the store. */
    public static LocalModel ears(ModelStore store) {
        return adopt(
                store, "tones", LocalModel.Kind.CTC, Map.of("model", "tones.onnx", "tokens", "tokens.txt"), "en", "zh");
    }

    /** A recognizer of whole utterances, pulled into the store. */
    public static LocalModel utterances(ModelStore store) {
        return adopt(
                store,
                "utterances",
                LocalModel.Kind.SENSE_VOICE,
                Map.of("model", "utterances.onnx", "tokens", "utterance-tokens.txt"),
                "en",
                "zh");
    }

    /**
     * A recognizer that has two tokens for a tone, pulled into the store: 440 Hz are 你 or 尼, 620 好, 1150 and 1550
     * together STOP or SHOP, 2100 ONE.
     */
    public static LocalModel homophones(ModelStore store) {
        return adopt(
                store,
                "homophones",
                LocalModel.Kind.TRANSDUCER,
                Map.of(
                        "encoder", "homophones-encoder.onnx",
                        "decoder", "homophones-decoder.onnx",
                        "joiner", "homophones-joiner.onnx",
                        "tokens", "homophones-tokens.txt",
                        "bpe", "homophones-bpe.vocab"),
                "en",
                "zh");
    }

    /** A voice, pulled into the store. */
    public static LocalModel mouth(ModelStore store) {
        return adopt(
                store,
                "whistle",
                LocalModel.Kind.VITS,
                Map.of("model", "voice.onnx", "tokens", "voice-tokens.txt", "lexicon", "lexicon.txt"),
                "en",
                "zh");
    }

    /** What listens for a wake word, pulled into the store; its tokens are the tones in their order. */
    public static LocalModel wake(ModelStore store) {
        return adopt(
                store,
                "wake",
                LocalModel.Kind.KEYWORDS,
                Map.of(
                        "encoder", "wake-encoder.onnx",
                        "decoder", "wake-decoder.onnx",
                        "joiner", "wake-joiner.onnx",
                        "tokens", "wake-tokens.txt",
                        "lexicon", "wake-lexicon.txt"),
                "en",
                "zh");
    }

    private static LocalModel adopt(
            ModelStore store, String name, LocalModel.Kind kind, Map<String, String> files, String... languages) {
        Path folder = store.folder(name);
        Map<String, Path> roles = new HashMap<>();
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.copy(MODELS.resolve(file.getValue()), folder.resolve(file.getValue()));
                roles.put(file.getKey(), Path.of(file.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return store.adopt(name, kind, roles, List.of(languages));
    }

    /** Two sentences, with silence around them. */
    public static short[] said(int sampleRate) {
        return said(sampleRate, "hello", "world", "你", "好", "", "one", "two", "");
    }

    /** Words one after the other; an empty one is a pause that ends a sentence. */
    public static short[] said(int sampleRate, String... words) {
        short[] sound = new short[(int) (sampleRate * (0.5 + words.length * PAUSE))];
        double at = 0.5;
        for (String word : words) {
            if (word.isEmpty()) {
                at += PAUSE;
            } else {
                whistle(sound, sampleRate, at, FREQUENCIES[VOCABULARY.indexOf(word)]);
                at += 0.35;
            }
        }
        return Arrays.copyOf(sound, (int) (at * sampleRate));
    }

    private static void whistle(short[] sound, int sampleRate, double begin, double frequency) {
        int from = (int) (begin * sampleRate);
        for (int i = 0; i < sampleRate / 4; i++) {
            sound[from + i] = (short) (10_000 * Math.sin(2 * Math.PI * frequency * i / sampleRate));
        }
    }
}
