package dev.voicebot.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.config.SettingsReference;
import dev.voicebot.text.Catalog.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the Chinese texts and those in the code together. */
class CatalogTest {
    private static final String LITERAL = "\"(?:[^\"\\\\\n]|\\\\.)*\"";
    private static final String TEXT = LITERAL + "(?:\\s*\\+\\s*" + LITERAL + ")*";
    private static final Pattern TRANSLATED = Pattern.compile("\\b(?:tr|mark|trn)\\(\\s*(" + TEXT + ")");
    private static final Pattern PLURAL = Pattern.compile("\\btrn\\(\\s*" + TEXT + "\\s*,\\s*(" + TEXT + ")");
    private static final Pattern PLACE = Pattern.compile("%(\\d+\\$)?[-,.0-9]*([a-zA-Z%])|\\{(\\w+)}");

    private final Catalog catalog = Catalog.read("zh_CN.po");

    @Test
    void everyTextInTheCodeIsTranslated() {
        Set<String> missing = texts();

        missing.removeAll(catalog.byEnglish().keySet());

        assertThat(missing).isEmpty();
        assertThat(catalog.entries()).noneMatch(entry -> entry.translation().isBlank());
    }

    @Test
    void everyTranslationIsUsed() {
        Set<String> unused = new TreeSet<>(catalog.byEnglish().keySet());
        unused.removeAll(texts());
        Set<String> plurals = catalog.entries().stream()
                .map(Entry::plural)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unused).isEmpty();
        assertThat(plurals).isEqualTo(inCode(PLURAL));
    }

    @Test
    void aTranslationHasThePlacesOfItsText() {
        assertThat(catalog.entries())
                .allSatisfy(entry -> assertThat(places(entry.translation()))
                        .as(entry.english())
                        .isEqualTo(places(entry.plural().isEmpty() ? entry.english() : entry.plural())));
    }

    private static Set<String> texts() {
        Set<String> texts = inCode(TRANSLATED);
        SettingsReference.entries().forEach(setting -> texts.add(setting.description()));
        SettingsReference.openTables().forEach(table -> texts.add(table.description()));
        return texts;
    }

    /** Each by its number and kind. */
    private static List<String> places(String pattern) {
        List<MatchResult> found = PLACE.matcher(pattern).results().toList();
        int[] next = {1};
        return found.stream()
                .map(place -> place.group(2) == null || place.group(2).equals("%")
                        ? place.group()
                        : (place.group(1) == null ? next[0]++ + "$" : place.group(1)) + place.group(2))
                .sorted()
                .toList();
    }

    private static Set<String> inCode(Pattern pattern) {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> pattern.matcher(read(file)).results())
                    .map(found -> whole(found.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String whole(String literals) {
        return Pattern.compile(LITERAL)
                .matcher(literals)
                .results()
                .map(found -> found.group().substring(1, found.group().length() - 1))
                .collect(Collectors.joining())
                .translateEscapes();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
