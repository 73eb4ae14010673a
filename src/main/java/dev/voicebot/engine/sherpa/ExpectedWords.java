package dev.voicebot.engine.sherpa;

import dev.voicebot.language.EastAsian;
import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.localmodels.LocalModel.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hot words that a transducer can be told. The library expects the rest of a word of which it does not know a part,
 * and a word that begins with a colon ends it, so every word is checked here.
 *
 * @param lines one for each word, as the library reads them; empty where there is none
 * @param unknown the words that the model cannot spell
 */
public record ExpectedWords(String lines, List<String> unknown) {
    /** No hot words. */
    public static final ExpectedWords NONE = new ExpectedWords("", List.of());

    private static final Pattern PART = Pattern.compile("\\p{IsHan}|[A-Za-z]+|\\S");
    private static final Pattern UPPER = Pattern.compile("▁?[A-Z]+");
    private static final Pattern LOWER = Pattern.compile("▁?[a-z]+");

    public ExpectedWords {
        unknown = List.copyOf(unknown);
    }

    /** Whether hot words change what the model hears. */
    public static boolean areKnownTo(LocalModel model) {
        return model.kind() == Kind.TRANSDUCER;
    }

    /** Reads the model's tokens. */
    public static ExpectedWords of(LocalModel model, List<String> words) {
        Spelling spelling = Spelling.of(model);
        List<String> known =
                words.stream().flatMap(word -> spelling.spelled(word).stream()).toList();
        List<String> unknown =
                words.stream().filter(word -> spelling.spelled(word).isEmpty()).toList();
        return new ExpectedWords(String.join("\n", known), unknown);
    }

    /**
     * How a model writes.
     *
     * @param tokens what it can hear
     * @param pieces what Latin words are made of; empty where they are tokens themselves
     */
    private record Spelling(Set<String> tokens, Set<String> pieces) {
        static Spelling of(LocalModel model) {
            return new Spelling(
                    names(model.file("tokens")),
                    model.find("bpe").map(Spelling::names).orElse(Set.of()));
        }

        private static Set<String> names(Path file) {
            try (Stream<String> lines = Files.lines(file)) {
                return lines.map(line -> line.strip().replaceFirst("\\s.*", ""))
                        .collect(Collectors.toCollection(HashSet::new));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Optional<String> spelled(String word) {
            String cased = cased(word);
            Matcher part = PART.matcher(cased);
            while (part.find()) {
                if (!isKnown(part.group())) {
                    return Optional.empty();
                }
            }
            return Optional.of(cased).filter(it -> !it.isBlank());
        }

        /** As the model writes, which may know only capitals, or none. */
        private String cased(String word) {
            boolean hasUpper =
                    tokens.stream().anyMatch(token -> UPPER.matcher(token).matches());
            boolean hasLower =
                    tokens.stream().anyMatch(token -> LOWER.matcher(token).matches());
            if (hasUpper == hasLower) {
                return word;
            }
            return hasUpper ? word.toUpperCase(Locale.ROOT) : word.toLowerCase(Locale.ROOT);
        }

        private boolean isKnown(String part) {
            boolean isLatin = !EastAsian.isHan(part.codePointAt(0)) && Character.isLetter(part.charAt(0));
            return (isLatin && !pieces.isEmpty())
                    ? part.chars().allMatch(letter -> pieces.contains(String.valueOf((char) letter)))
                    : tokens.contains(part);
        }
    }
}
