package dev.voicebot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.config.OpenTable;
import dev.voicebot.config.Setting;
import dev.voicebot.config.SettingsReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the code and the texts name settings. */
class SettingNamesTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/voicebot");
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");

    /** Their values must be constants of the compiler's. */
    private static final Pattern ANNOTATION =
            Pattern.compile("@(?:Command|Option|Parameters)\\((?:\"(?:[^\"\\\\\n]|\\\\.)*\"|[^\"()]|\\([^()]*\\))*\\)");

    private static final Pattern COMMENT =
            Pattern.compile("(\"(?:[^\"\\\\\n]|\\\\.)*\")|/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);

    private static final Set<String> ENDS_OF_FILES = Set.of("json", "md", "srt", "wav");

    @Test
    void whatMaySeeTheSettingsSpellsNoKey() throws IOException {
        Pattern key = Pattern.compile(SettingsReference.entries().stream()
                .map(Setting::key)
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\w.])(?:", ")(?!\\w)")));
        List<String> found = new ArrayList<>();

        for (Path file : filesThatMaySeeSettings()) {
            String code = COMMENT.matcher(Files.readString(file)).replaceAll(any -> any.group(1) == null ? "" : "$1");
            LITERAL.matcher(ANNOTATION.matcher(code).replaceAll(""))
                    .results()
                    .filter(literal -> key.matcher(literal.group()).find())
                    .forEach(literal -> found.add(SOURCES.relativize(file) + ": " + literal.group()));
        }

        assertThat(found).isEmpty();
    }

    /** The packages below {@code config} say them in sentences only; there a name that is none would be found here. */
    @Test
    void aTextNamesOnlySettingsThatAre() throws IOException {
        Pattern name = Pattern.compile(SettingsReference.tables().stream()
                .filter(table -> !table.contains("."))
                .collect(Collectors.joining("|", "(?<![\\w./-])(?:", ")\\.([a-z_]+)")));
        Set<String> keys = Stream.concat(
                        SettingsReference.entries().stream().map(Setting::key),
                        SettingsReference.openTables().stream().map(OpenTable::name))
                .collect(Collectors.toSet());
        Set<String> named = new TreeSet<>();
        for (String file : List.of("zh_CN.po", "help.zh_CN.po")) {
            Matcher found = name.matcher(Files.readString(
                    Path.of("src/main/resources/dev/voicebot/text").resolve(file)));
            while (found.find()) {
                if (!ENDS_OF_FILES.contains(found.group(1))) {
                    named.add(found.group());
                }
            }
        }

        assertThat(named).hasSizeGreaterThan(20).isSubsetOf(keys);
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
