package dev.voicebot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.config.OpenTable;
import dev.voicebot.config.Setting;
import dev.voicebot.config.SettingsReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the code and the texts name settings. */
class SettingNamesTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/voicebot");
    private static final Path CATALOGS = Path.of("src/main/resources/dev/voicebot/text");
    /** Possessive, as all loops here: the others need a frame of the stack for each character. */
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\n]++|\\\\.)*+\"");

    /** Their values must be constants of the compiler's. */
    private static final Pattern ANNOTATION = Pattern.compile(
            "@(?:Command|Option|Parameters)\\((?:\"(?:[^\"\\\\\n]++|\\\\.)*+\"|[^\"()]++|\\([^()]*+\\))*+\\)");

    private static final Pattern COMMENT =
            Pattern.compile("(\"(?:[^\"\\\\\n]++|\\\\.)*+\")|/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);

    private static final Set<String> ENDS_OF_FILES = Set.of("json", "md", "srt", "tsv", "txt", "wav");

    @Test
    void whatMaySeeTheSettingsSpellsNoKey() throws IOException {
        Pattern key = Pattern.compile(SettingsReference.entries().stream()
                .map(Setting::key)
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\w.])(?:", ")(?!\\w)")));
        List<String> found = new ArrayList<>();

        for (Path file : filesThatMaySeeSettings()) {
            String code = COMMENT.matcher(Files.readString(file, StandardCharsets.UTF_8))
                    .replaceAll(any -> any.group(1) == null ? "" : "$1");
            LITERAL.matcher(ANNOTATION.matcher(code).replaceAll(""))
                    .results()
                    .filter(literal -> key.matcher(literal.group()).find())
                    .forEach(literal -> found.add(SOURCES.relativize(file) + ": " + literal.group()));
        }

        assertThat(found).isEmpty();
    }

    /**
     * A setting is named in texts as {@code table.key} or {@code [table] key}. The packages below {@code config} spell
     * keys in sentences only, all of which are in the catalogs.
     */
    @ParameterizedTest
    @MethodSource("texts")
    void aTextNamesOnlySettingsThatAre(Path text) throws IOException {
        assertThat(named(Files.readString(text, StandardCharsets.UTF_8))).isSubsetOf(keys());
    }

    @Test
    void namesAreFoundInTexts() {
        assertThat(named(
                        "Set talk.tale, `[handsfree]  patient = 2` or chat.model; talk.wav at dashscope.aliyuncs.com."))
                .containsExactly("chat.model", "handsfree.patient", "talk.tale");
    }

    static List<Path> texts() throws IOException {
        try (Stream<Path> documents = Files.walk(Path.of("docs"));
                Stream<Path> catalogs = Files.list(CATALOGS)) {
            List<Path> texts = Stream.of(
                            Stream.of("README.md", "README.zh.md", "ARCHITECTURE.md", "CONTRIBUTING.md")
                                    .map(Path::of),
                            documents.filter(file -> file.toString().endsWith(".md")),
                            catalogs.filter(file -> file.toString().endsWith(".po")))
                    .flatMap(files -> files)
                    .sorted()
                    .toList();
            assertThat(texts).contains(CATALOGS.resolve("zh_CN.po"), CATALOGS.resolve("help.zh_CN.po"));
            return texts;
        }
    }

    private static Set<String> keys() {
        return Stream.concat(
                        SettingsReference.entries().stream().map(Setting::key),
                        SettingsReference.openTables().stream().map(OpenTable::name))
                .collect(Collectors.toSet());
    }

    /** Neither files nor hosts. */
    private static Set<String> named(String text) {
        String tables = SettingsReference.entries().stream()
                .map(Setting::table)
                .distinct()
                .collect(Collectors.joining("|"));
        String name = "(?:(?<![\\w./-])(" + tables + ")\\.|\\[(" + tables + ")\\] +)([a-z_]+)(?!\\w|\\.\\w|\\()";
        return Pattern.compile(name)
                .matcher(text)
                .results()
                .filter(found -> !ENDS_OF_FILES.contains(found.group(3)))
                .map(found -> (found.group(1) == null ? found.group(2) : found.group(1)) + "." + found.group(3))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> filesThatMaySeeSettings() throws IOException {
        Set<String> packages = PackageTable.read().mayUse().entrySet().stream()
                .filter(row -> row.getKey().equals("config") || row.getValue().contains("config"))
                .map(row -> row.getKey().replace('.', '/'))
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> packages.contains(
                            SOURCES.relativize(file.getParent()).toString().replace('\\', '/')))
                    .sorted()
                    .toList();
        }
    }
}
