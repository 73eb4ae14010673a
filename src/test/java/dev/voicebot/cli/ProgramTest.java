package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.text.InChinese;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed before, or in place of, a command. */
class ProgramTest {
    @TempDir
    private Path home;

    private Shell shell;

    @BeforeEach
    void start() {
        shell = new Shell(home);
    }

    @Test
    void theNameAloneShowsAShortHelp() {
        Shell.Finished finished = shell.run();

        assertThat(finished.exit()).isZero();
        assertThat(finished.lines()).hasSizeLessThan(12).contains("Usage: voicebot COMMAND [OPTIONS]");
        assertThat(finished.out())
                .contains("  chat    Chat by typing", "  doctor  Check everything", "voicebot --help");
        assertThat(finished.err()).isEmpty();
    }

    @Test
    @ExtendWith(InChinese.class)
    void theSettingsMayNameAnotherLanguageThanTheEnvironment() throws IOException {
        String settings = Files.writeString(home.resolve("english.toml"), "[ui]\nlanguage = \"en\"\n")
                .toString();

        assertThat(shell.run("listen", "--help").out()).startsWith("用法：voicebot listen");
        assertThat(shell.run("listen", "--jobs").err())
                .isEqualTo("voicebot: --jobs 后面要有一个值。见 'voicebot listen --help'。\n");
        assertThat(shell.run("listen", "--config", settings, "--help").out()).startsWith("Usage: voicebot listen");
    }

    @Test
    void helpAndVersionMayBeTypedAsCommands() {
        assertThat(shell.run("help").out()).isEqualTo(shell.run("--help").out());
        assertThat(shell.run("help", "listen").out())
                .isEqualTo(shell.run("listen", "--help").out());
        assertThat(shell.run("help", "sessions", "list").out())
                .isEqualTo(shell.run("sessions", "list", "--help").out());
        assertThat(shell.run("version").out()).isEqualTo(shell.run("--version").out());
    }

    @Test
    void aVerboseVersionSaysWhatAReportOfAFaultNeeds() {
        Shell.Finished finished = shell.run("--version", "--verbose");

        assertThat(finished.exit()).isZero();
        assertThat(finished.lines().get(0)).startsWith("voicebot ");
        assertThat(finished.out()).contains("Java       " + System.getProperty("java.version"), "voicebot.log");
        assertThat(shell.run("version", "--verbose").out()).isEqualTo(finished.out());
    }

    @ParameterizedTest
    @CsvSource({"chta, chat", "LISTEN, listen", "spek, speak", "sess, sessions"})
    void aMistypedCommandNamesTheOneThatWasMeant(String typed, String meant) {
        Shell.Finished finished = shell.run(typed);

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err()).contains(". Did you mean " + meant + "?").hasLineCount(1);
    }

    @Test
    void whatIsNoCommandAtAllGetsNoGuess() {
        assertThat(shell.run("xyzzy").err()).doesNotContain("did you mean").hasLineCount(1);
    }

    @Test
    void aMistypedOptionNamesTheOneThatWasMeant() {
        assertThat(shell.run("listen", "--fromat", "srt", "x.wav").err()).contains(". Did you mean --format?");
    }
}
