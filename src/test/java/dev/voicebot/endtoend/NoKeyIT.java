package dev.voicebot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program on a bare machine: no key, no network, no sound device. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NoKeyIT {
    @TempDir
    private Path home;

    private Voicebot voicebot;

    @BeforeEach
    void start() {
        voicebot = new Voicebot(home).with(Map.of("VOICEBOT_CHAT_ENGINE", "guide"));
    }

    @AfterEach
    void end() throws InterruptedException {
        voicebot.close();
    }

    @Test
    void aConversationGoesOnInTextAndIsSaved() throws IOException, InterruptedException {
        Requirements.commands("tmux");
        try (Tmux tmux = Tmux.start(
                home, voicebot.environment(), 60, 24, Voicebot.launcher().toString(), "chat")) {
            tmux.waitFor("espeak-ng");
            tmux.waitFor("No speaker found");

            tmux.type("what is 6 * 7?");
            tmux.press("Enter");
            tmux.waitFor("That is 42.");
            tmux.waitFor("saved ");
            assertThat(tmux.screen()).containsOnlyOnce("No speaker found");

            tmux.press("F2");
            tmux.waitFor("No microphone found");
            tmux.waitFor("F2 again sets up voice input all the same.");
            tmux.type("/talk"); // a second F2 at once would be the first one, held
            tmux.press("Enter");
            tmux.waitFor("Agree and download it now? [Y/n]");
            tmux.type("n");
            tmux.press("Enter");
            tmux.waitFor("To download it later, run: voicebot models pull sensevoice");

            tmux.type("/quit");
            tmux.press("Enter");
            tmux.waitFor("[exit 0]");
        }
        assertThat(voicebot.run("replay", "--list").out()).contains("That is 42.");
    }

    @Test
    void aPipeGetsTheRepliesAndNothingElse() throws IOException, InterruptedException {
        Voicebot.Finished finished = voicebot.runWith("what is 12 * (3 + 4)?\n\n跟我说：你好\n", "chat");

        assertThat(finished.out()).isEqualTo("That is 84.\n你好\n");
        assertThat(finished.exit()).isZero();
        assertThat(finished.err()).contains("guide").contains("espeak-ng").contains("No speaker found");
    }

    @Test
    void oneQuestionIsOneTurn() throws IOException, InterruptedException {
        Voicebot.Finished finished = voicebot.run("chat", "--no-speak", "what is 3 + 4?");

        assertThat(finished.out()).isEqualTo("That is 7.\n");
        assertThat(finished.exit()).isZero();
    }

    @Test
    void aFileIsSpokenIntoAFile() throws IOException, InterruptedException {
        Path text = Files.writeString(home.resolve("text.md"), "# Hello\n\n你好，世界。\n");
        Path wav = home.resolve("out.wav");

        Voicebot.Finished finished = voicebot.run("speak", "-f", text.toString(), "-o", wav.toString(), "--no-play");

        assertThat(finished.out().strip()).isEqualTo(wav.toString());
        assertThat(finished.exit()).isZero();
        assertThat(Speech.read(wav).sound()).hasSizeGreaterThan(22050);
    }

    @Test
    void withoutAKeyListeningSaysWhatToSetUp() throws IOException, InterruptedException {
        Voicebot.Finished finished = voicebot.run("listen", "--once");

        assertThat(finished.exit()).isEqualTo(4);
        assertThat(finished.out()).isEmpty();
        assertThat(finished.err()).contains("DASHSCOPE_API_KEY");
    }

    @Test
    void aMistakeIsOneLineWithTheRightExitCode() throws IOException, InterruptedException {
        Path config = Files.writeString(home.resolve("bad.toml"), "[chat]\nmodle = \"x\"\n");

        Voicebot.Finished settings = voicebot.run("chat", "--config", config.toString(), "hi");
        Voicebot.Finished usage = voicebot.run("speak", "--loud", "hi");

        assertThat(settings.exit()).isEqualTo(3);
        assertThat(settings.err().lines())
                .containsExactly("voicebot: " + config + ":2: chat.modle is not a setting. Did you mean chat.model?");
        assertThat(usage.exit()).isEqualTo(2);
        assertThat(usage.err().lines()).hasSize(1);
    }

    @Test
    void nothingSavedIsSaidWhenSomethingShouldBeReplayed() throws IOException, InterruptedException {
        Voicebot.Finished finished = voicebot.run("replay");

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err()).contains("No saved replies");
    }
}
