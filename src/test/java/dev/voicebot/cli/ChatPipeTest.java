package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which questions take what comes through standard input, and which are refused. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChatPipeTest {
    private static final byte[] NOTES = "the notes\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path home;

    private StandIn standIn;
    private Shell shell;

    @BeforeEach
    void start() {
        standIn = StandIn.start(new Script());
        shell = new Shell(home).with(standIn.environment()).with("VOICEBOT_CHAT_ENGINE", "dashscope");
    }

    @AfterEach
    void end() {
        standIn.close();
    }

    @Test
    void aPipeOfItsOwnBelongsToTheQuestion() throws InterruptedException {
        shell.input(NOTES).run("chat", "--no-speak", "explain");

        assertThat(asked()).contains("explain", "the notes");
    }

    @Test
    void whatTheShellItselfReadsIsLeftToIt() throws InterruptedException {
        shell.inputOfTheShell(NOTES).run("chat", "--no-speak", "explain");

        assertThat(asked()).contains("explain").doesNotContain("the notes");
    }

    @Test
    void aDashTakesItAllTheSame() throws InterruptedException {
        shell.inputOfTheShell(NOTES).run("chat", "--no-speak", "explain", "-");

        assertThat(asked()).contains("explain", "the notes").doesNotContain("explain -");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chat ''",
                "chat ' '",
                "speak ''",
                "speak ' '",
                "chat --model= hi",
                "chat --continue --resume x hi",
                "speak --json hi",
                "speak --list-voices hi",
                "speak --voice= hi",
                "speak --rate= hi",
                "doctor --phrase hi",
                "doctor --loop --no-sound",
                "usage --days 0",
                "replay --from 0",
                "replay --speed 9",
                "replay --list --speed 2",
                "replay --delete --json 1",
                "replay --export . --loop",
                "replay --keep -1 --prune",
                "replay --last 0",
                "speak -f ."
            })
    void whatMakesNoSenseIsWrongUsage(String line) {
        Shell.Finished finished = shell.run(CommandWords.of(line).toArray(String[]::new));

        assertThat(finished.exit()).as(finished.err()).isEqualTo(2);
        assertThat(finished.err()).hasLineCount(1).doesNotContain("report it");
    }

    @Test
    void anEmptySystemPromptIsNone() {
        Shell.Finished finished = shell.run("chat", "--no-speak", "--system", "", "hi");

        assertThat(finished.exit()).as(finished.err()).isZero();
    }

    @Test
    void anEmptySettingIsRefused() {
        Shell.Finished finished = shell.run("chat", "--no-speak", "--set", "chat.model=", "hi");

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err()).isEqualTo("voicebot: option chat.model must not be empty.\n");
    }

    private String asked() throws InterruptedException {
        return standIn.chat().takeRequest(Duration.ofSeconds(20)).question();
    }
}
