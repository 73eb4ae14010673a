package dev.voicebot.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    @Test
    void theCommandOfTheManualAsksTheKeyring() throws Exception {
        Path keyring = home.resolve("secret-tool");
        Files.writeString(keyring, """
                #!/bin/sh
                [ "$*" = 'lookup service dashscope' ] && printf 'sk-of-the-keyring'
                """);
        assertThat(keyring.toFile().setExecutable(true)).isTrue();
        String command = lookup("Linux");

        String key = new KeyCommand("PATH='" + home + "':$PATH; " + command, "dashscope.api_key_command").get();

        assertThat(key).isEqualTo("sk-of-the-keyring");
    }

    /** The last column of a row of {@code docs/keys.md}. */
    private static String lookup(String system) throws IOException {
        String row = Files.readAllLines(Path.of("docs", "keys.md"), StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("| " + system))
                .findFirst()
                .orElseThrow();
        return row.substring(row.lastIndexOf(" | `") + 4, row.lastIndexOf('`'));
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
