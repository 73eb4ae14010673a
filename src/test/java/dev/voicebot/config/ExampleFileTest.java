package dev.voicebot.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code config.example.toml} says what the code says. */
class ExampleFileTest {
    private static final Path EXAMPLE = Path.of("config.example.toml").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void theExampleHoldsEveryKeyWithItsDefaultAndItsMeaning() throws IOException {
        String settings = Stream.concat(
                        SettingsReference.entries().stream()
                                .map(Setting::table)
                                .distinct()
                                .map(ExampleFileTest::table),
                        SettingsReference.openTables().stream().map(ExampleFileTest::openTable))
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(EXAMPLE)).endsWith(settings);
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

    private static String table(String name) {
        return "[" + name + "]\n"
                + SettingsReference.entries().stream()
                        .filter(setting -> setting.table().equals(name))
                        .map(ExampleFileTest::entry)
                        .collect(Collectors.joining());
    }

    private static String openTable(OpenTable table) {
        return "[" + table.name() + "]\n# " + table.description() + " (" + table.takes() + ")\n# " + table.example()
                + "\n";
    }

    private static String entry(Setting setting) {
        return "# " + setting.description() + " (" + setting.takes() + ")\n" + setting.name() + " = "
                + setting.fallbackInToml() + "\n";
    }
}
