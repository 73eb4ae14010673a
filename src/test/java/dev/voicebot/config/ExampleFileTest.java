package dev.voicebot.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code config.example.toml} is written from the settings: run this with {@code -DwriteExample=true}. */
class ExampleFileTest {
    private static final Path EXAMPLE = Path.of("config.example.toml").toAbsolutePath();

    private static final String BEGINNING = """
            # voicebot's settings, each with its default. Copy this file to config.toml beside it, or to
            # ~/.config/voicebot/config.toml, and keep what you change. An empty text turns an optional setting off.
            # Any of them can come from the environment, as VOICEBOT_<TABLE>_<KEY>, or for one run from --set table.key=value.
            version = 1
            """;

    @TempDir
    private Path folder;

    @Test
    void theExampleHoldsEveryKeyWithItsDefaultAndItsMeaning() throws IOException {
        if (Boolean.getBoolean("writeExample")) {
            Files.writeString(EXAMPLE, text());
        }

        assertThat(EXAMPLE)
                .as("to write it: mvn -B test -Dtest=ExampleFileTest -DwriteExample=true")
                .content(StandardCharsets.UTF_8)
                .isEqualTo(text());
    }

    @Test
    void theExampleLoadsAsTheDefaults() throws IOException {
        Settings example = load(Optional.of(Files.copy(EXAMPLE, folder.resolve("config.toml"))));
        Settings defaults = load(Optional.empty());

        assertThat(example)
                .usingRecursiveComparison()
                .ignoringFields("recordings.directory")
                .isEqualTo(defaults);
        assertThat(example.recordings().directory()).isEqualTo(folder.resolve("output_wavs"));
    }

    private Settings load(Optional<Path> file) {
        Folders folders = Folders.of(Map.of(), folder.resolve("home"));
        return SettingsLoader.load(
                        new Sources(file, Map.of(), Map.of(), folder.resolve("elsewhere"), folders, Optional.empty()))
                .settings();
    }

    private static String text() {
        Stream<String> tables = SettingsReference.entries().stream()
                .map(Setting::table)
                .distinct()
                .map(ExampleFileTest::table);
        Stream<String> openTables = SettingsReference.openTables().stream().map(ExampleFileTest::openTable);
        return BEGINNING + "\n" + Stream.concat(tables, openTables).collect(Collectors.joining("\n"));
    }

    private static String table(String name) {
        return "[" + name + "]\n"
                + SettingsReference.entries().stream()
                        .filter(setting -> setting.table().equals(name))
                        .map(ExampleFileTest::entry)
                        .collect(Collectors.joining());
    }

    private static String openTable(OpenTable<?> table) {
        return "[" + table.name() + "]\n# " + table.description() + " (" + table.takes() + ")\n# " + table.example()
                + "\n";
    }

    private static String entry(Setting<?> setting) {
        return "# " + setting.description() + " (" + setting.takes() + ")\n" + setting.name() + " = "
                + setting.fallbackInToml() + "\n";
    }
}
