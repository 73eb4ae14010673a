package dev.voicebot.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KeyCommandTest {
    @TempDir
    private Path home;

    @Test
    void theFirstLineIsTheKeyAndTheCommandIsAskedOnceWhenItIsNeeded() throws Exception {
        Path runs = home.resolve("runs");
        Secret key = new Secret(
                new KeyCommand(
                        "echo x >> '" + runs + "'; printf ' sk-1234567890 \\nmore\\n'", "dashscope.api_key_command"),
                "dashscope.api_key_command");
        assertThat(runs).doesNotExist();

        assertThat(key.reveal()).isEqualTo("sk-1234567890");
        assertThat(key.reveal()).isEqualTo("sk-1234567890");

        assertThat(Files.readAllLines(runs)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "exit 3, ended with status 3",
        "true, printed no key",
        "echo, printed no key",
        "no-such-command-at-all 2>/dev/null, ended with status 127"
    })
    void whatGoesWrongIsOneLineWithoutWhatWasPrinted(String command, String problem) {
        KeyCommand asked = new KeyCommand(command, "dashscope.api_key_command");

        assertThatThrownBy(asked::get).isInstanceOfSatisfying(AssistantException.class, fault -> {
            assertThat(fault.kind()).isEqualTo(FaultKind.CREDENTIALS);
            assertThat(fault.userMessage())
                    .isEqualTo("dashscope.api_key_command " + problem + ". Run it in a shell to see why.");
        });
    }
}
