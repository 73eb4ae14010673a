package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.voicebot.Requirements;
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
        Path script = saved(run("completion", "bash").out());

        assertThat(completed(script, "voicebot", "re")).contains("replay");
        assertThat(completed(script, "voicebot", "listen", "--fo")).contains("--format");
        assertThat(completed(script, "voicebot", "listen", "--format", "s")).isEqualTo("srt\n");
        assertThat(completed(script, "voicebot", "listen", "--format", "=", "s"))
                .isEqualTo("srt\n");
        assertThat(completed(script, "voicebot", "sessions", ""))
                .contains("export")
                .doesNotContain("listen");
        assertThat(completed(script, "voicebot", "sessions", "export", "--fo")).isEqualTo("--format\n");
        assertThat(completed(script, "voicebot", "")).doesNotContain("man-pages", "train-class-data");
    }

    @Test
    void bashCompletesFilesWhereFilesBelong() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash");
        Path script = saved(run("completion", "bash").out());
        Path talk = Files.createFile(home.resolve("a talk.wav"));
        String begin = home.resolve("a t").toString();

        assertThat(completed(script, "voicebot", "listen", begin)).isEqualTo(talk + "\n");
        assertThat(completed(script, "voicebot", "speak", "-f", begin)).isEqualTo(talk + "\n");
        assertThat(completed(script, "voicebot", "speak", begin)).isBlank();
        assertThat(completed(script, "voicebot", "speak", "--rate", begin)).isBlank();
    }

    @Test
    void zshGetsItsOwnLanguage() throws Exception {
        String script = run("completion", "zsh").out();

        assertThat(script)
                .startsWith("#compdef voicebot\n")
                .contains("'replay:Plays a saved reply again: the newest")
                .contains("'(-o --output)--output=[Save the sound in this WAV file; ")
                .contains(":NAME:(text json jsonl srt vtt tsv)'")
                .contains("'*:FILE:_files'")
                .contains("export) _voicebot_sessions_export ;;")
                .doesNotContain("train-class-data", "man-pages");
    }

    @Test
    void zshReadsIt() throws Exception {
        Requirements.commands("zsh");

        assertThat(output("zsh", "-n", saved(run("completion", "zsh").out()).toString()))
                .isEmpty();
    }

    @Test
    void fishGetsItsOwnLanguage() {
        String script = run("completion", "fish").out();

        assertThat(script)
                .contains("complete -c voicebot -n '__fish_use_subcommand' -a replay -d 'Plays a saved reply again")
                .contains("-n '__fish_seen_subcommand_from replay' -s l -l list -d")
                .contains("-n '__fish_seen_subcommand_from sessions; and __fish_seen_subcommand_from export' -l format")
                .doesNotContain("train-class-data", "man-pages");
    }

    @Test
    void fishCompletesCommandsOptionsAndValues() throws Exception {
        Requirements.commands("fish");
        Path script = saved(run("completion", "fish").out());

        assertThat(fish(script, "voicebot re")).startsWith("replay\t");
        assertThat(fish(script, "voicebot listen --format s")).startsWith("srt\t");
        assertThat(fish(script, "voicebot sessions ")).contains("export\t").doesNotContain("listen");
        assertThat(fish(script, "voicebot sessions export --fo")).startsWith("--format\t");
        assertThat(fish(script, "voicebot completion z")).startsWith("zsh");
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

    private Path saved(String script) throws IOException {
        return Files.writeString(home.resolve("completion"), script);
    }

    private static String completed(Path script, String... words) throws IOException, InterruptedException {
        String line = String.join("' '", words);
        return output(
                "/bin/bash",
                "-c",
                "source '" + script + "'; COMP_WORDS=('" + line + "'); COMP_CWORD=" + (words.length - 1)
                        + "; COMP_TYPE=9; COMP_LINE=\"${COMP_WORDS[*]}\"; _voicebot voicebot \"${COMP_WORDS[-1]}\" x;"
                        + " printf '%s\\n' \"${COMPREPLY[@]}\"");
    }

    private static String fish(Path script, String line) throws IOException, InterruptedException {
        return output("fish", "--no-config", "-c", "source '" + script + "'; complete -C '" + line + "'");
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }

    private CommandLineRun run(String... args) {
        return CommandLineRun.of(home, Clock.systemUTC(), Map.of(), args);
    }
}
