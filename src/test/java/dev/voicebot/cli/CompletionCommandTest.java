package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {
    @TempDir
    private Path home;

    @Test
    void bashCompletesCommandsAndOptions() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash");
        Path script = Files.writeString(
                home.resolve("completion"), run("completion", "bash").out());

        assertThat(completed(script, "voicebot", "re")).contains("replay");
        assertThat(completed(script, "voicebot", "listen", "--fo")).contains("--format");
        assertThat(completed(script, "voicebot", "")).doesNotContain("man-pages", "train-class-data");
    }

    @Test
    void zshGetsAScriptThatItUnderstandsToo() {
        assertThat(run("completion", "zsh").out()).contains("bashcompinit", "voicebot");
    }

    @Test
    void fishGetsItsOwnLanguage() {
        String script = run("completion", "fish").out();

        assertThat(script)
                .contains("complete -c voicebot -n '__fish_use_subcommand' -a replay -d 'Plays a saved reply again")
                .contains("-n '__fish_seen_subcommand_from replay' -s l -l list -d")
                .doesNotContain("train-class-data", "man-pages");
    }

    @Test
    void anotherShellIsAMistake() {
        CommandLineRun run = run("completion", "tcsh");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("tcsh");
    }

    @Test
    void theManualPagesTellEveryCommandAndOption() throws IOException {
        assertThat(run("man-pages", home.resolve("man1").toString()).exit()).isZero();

        assertThat(Files.readString(home.resolve("man1/voicebot.1")))
                .contains(".SH COMMANDS", "\\fBreplay\\fR", "EXIT STATUS", "\\fB130\\fR");
        assertThat(Files.readString(home.resolve("man1/voicebot-replay.1")))
                .contains(
                        ".TH \"VOICEBOT-REPLAY\" 1", "\\fB\\-\\-older\\-than TIME\\fR", "voicebot replay tea ceremony");
    }

    private static String completed(Path script, String... words) throws IOException, InterruptedException {
        String line = String.join("' '", words);
        Process bash = new ProcessBuilder(
                        "/bin/bash",
                        "-c",
                        "source '" + script + "'; COMP_WORDS=('" + line + "'); COMP_CWORD=" + (words.length - 1)
                                + "; COMP_TYPE=9; COMP_LINE=\"${COMP_WORDS[*]}\"; _complete_voicebot voicebot \"${COMP_WORDS[-1]}\" x;"
                                + " printf '%s\\n' \"${COMPREPLY[@]}\"")
                .redirectErrorStream(true)
                .start();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        bash.waitFor();
        return out;
    }

    private CommandLineRun run(String... args) {
        return CommandLineRun.of(home, Clock.systemUTC(), Map.of(), args);
    }
}
