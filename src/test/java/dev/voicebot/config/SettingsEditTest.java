package dev.voicebot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.outcome.AssistantException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsEditTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("new/config.toml");
    }

    @Test
    void aNewFileHasEverySettingAsACommentAndIsTheOwnersAlone() throws IOException {
        SettingsEdit.set(file, Map.of("dashscope.api_key", "sk-\"quoted\\"));

        assertThat(Files.readString(file))
                .contains("#region = \"beijing\"")
                .doesNotContain("#api_key = \"\"\n#api_key_c");
        assertThat(TomlFile.read(file).values())
                .hasSize(1)
                .extractingByKey("dashscope.api_key")
                .extracting(Value::text)
                .isEqualTo("sk-\"quoted\\");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void allOtherLinesStayAsTheyAre() throws IOException {
        String before = """
                # mine

                [chat] # who answers
                model = "qwen-max"   # the good one

                [dashscope]
                  region='us' # far away
                """;
        write(before);

        SettingsEdit.set(file, Map.of("dashscope.region", "singapore"));

        assertThat(Files.readString(file)).isEqualTo(before.replace("'us'", "\"singapore\""));
    }

    @Test
    void aTableThatIsThereIsGoneOnWith() throws IOException {
        write("[dashscope]\nregion = \"us\"\n[audio]\n");

        SettingsEdit.set(file, Map.of("audio.input_device", "USB"));

        assertThat(Files.readString(file)).isEqualTo("[dashscope]\nregion = \"us\"\n[audio]\ninput_device = \"USB\"\n");
    }

    @Test
    void aTableThatIsMissingIsAdded() throws IOException {
        write("[chat]\nmodel = \"qwen-max\"\n");

        SettingsEdit.set(file, Map.of("audio.input_device", "USB"));

        assertThat(Files.readString(file))
                .isEqualTo("[chat]\nmodel = \"qwen-max\"\n\n[audio]\ninput_device = \"USB\"\n");
    }

    @Test
    void aTableOfDottedKeysIsGoneOnWith() throws IOException {
        write("dashscope.region = \"us\"\n");

        SettingsEdit.set(file, Map.of("dashscope.api_key", "sk-1"));

        assertThat(Files.readString(file)).isEqualTo("dashscope.region = \"us\"\ndashscope.api_key = \"sk-1\"\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dashscope = { api_key = \"sk-old\" }\n",
                "[dashscope]\napi_key = \"\"\"\nsk-old\"\"\"\n",
            })
    void whatIsWrittenInAnotherWayIsLeftToTheUser(String text) throws IOException {
        write(text);

        assertThatThrownBy(() -> SettingsEdit.set(file, Map.of("dashscope.api_key", "sk-new")))
                .isInstanceOf(AssistantException.class)
                .hasMessageNotContaining("sk-");
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void aFileWithAMistakeIsNotTouched() throws IOException {
        write("[dashscope]\nregoin = \"us\"\n");

        assertThatThrownBy(() -> SettingsEdit.set(file, Map.of("dashscope.api_key", "sk-new")))
                .hasMessageContaining(":2: dashscope.regoin is not a setting");
        assertThat(Files.readString(file)).isEqualTo("[dashscope]\nregoin = \"us\"\n");
    }

    @Test
    void aFileThatOthersCouldReadIsTheOwnersAlone() throws IOException {
        write("");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        SettingsEdit.set(file, Map.of("dashscope.api_key", "sk-new"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
