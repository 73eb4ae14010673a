package dev.voicebot.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Any text as a settings file: settings or one line. */
class SettingsFuzz {
    private static final Path FILE = Path.of("config.toml");

    @FuzzTest(maxDuration = "1m")
    void anyTextIsSettingsOrIsRefused(byte[] bytes) {
        try {
            TomlFile file = TomlFile.of(FILE, new String(bytes, StandardCharsets.UTF_8));
            Map<String, Value> values = file.values();
            file.profiles();
            SettingValues.read(values, SettingsReference::find);
        } catch (AssistantException e) {
            assertThat(e.kind()).isEqualTo(FaultKind.SETTINGS);
            assertThat(e.getMessage()).startsWith(FILE.toString());
        }
    }
}
