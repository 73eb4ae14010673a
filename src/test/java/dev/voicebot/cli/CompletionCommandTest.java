package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.voicebot.Requirements;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
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
    void valuesThatOnlyThisMachineKnowsAreAskedFor() {
        assertThat(run("complete", "settings", "chat.th").out())
                .contains("chat.theme=\t", "chat.thinking=\t")
                .doesNotContain("chat.model");
        assertThat(run("complete", "settings", "chat.theme=d").out()).isEqualTo("chat.theme=dark\t\n");
        assertThat(run("complete", "settings", "chat.plain=").out())
                .isEqualTo("chat.plain=true\t\nchat.plain=false\t\n");
        assertThat(run("complete", "settings", "no.such=").out()).isEmpty();
        assertThat(run("complete", "keys", "audio").out()).startsWith("audio\t").contains("audio.input_device\t");
        assertThat(run("complete", "voices", "en-us").out()).contains("en-us\t");
        assertThat(run("complete", "sessions").out()).isEmpty();
        assertThat(run("complete", "recordings").out()).isEmpty();
        assertThat(run("complete", "models"))
                .extracting(CommandLineRun::out, CommandLineRun::err)
                .containsExactly("", "");
    }

    @Test
    void aConversationIsCompletedByItsName() throws IOException {
        KeptConversation.write(home, home.resolve("talk.wav"));

        assertThat(run("complete", "sessions", "20261125").out()).isEqualTo("20261125-0953-abc\tWhat is tea?\n");
    }

    @Test
    void bashOffersThem() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash");
        Path script = saved(run("completion", "bash").out());
        Path bin = answering("sessions 2", "20261129-a\\tfirst words", "20261129-b\\tmore");
        answering("settings chat.th", "chat.theme=\\tcolors");
        answering("settings chat.theme=d", "chat.theme=dark\\t");
        answering("microphones ", "USB: a mic\\t");

        assertThat(completed(bin, script, "voicebot", "sessions", "show", "2")).isEqualTo("20261129-a\n20261129-b\n");
        assertThat(completed(bin, script, "voicebot", "chat", "--resume", "2")).contains("20261129-a");
        assertThat(completed(bin, script, "voicebot", "--set", "chat.th")).isEqualTo("chat.theme=\n");
        assertThat(completed(bin, script, "voicebot", "chat", "--set", "chat.theme", "=", "d"))
                .isEqualTo("dark\n");
        assertThat(completed(bin, script, "voicebot", "listen", "--device", "")).isEqualTo("USB:\\ a\\ mic\n");
    }

    @Test
    void fishOffersThem() throws Exception {
        Requirements.commands("fish");
        Path script = saved(run("completion", "fish").out());
        Path bin = answering("sessions 2", "20261129-a\\tfirst words");
        answering("settings chat.th", "chat.theme=\\tcolors");

        assertThat(fish(bin, script, "voicebot sessions show 2")).isEqualTo("20261129-a\tfirst words\n");
        assertThat(fish(bin, script, "voicebot chat --set chat.th")).isEqualTo("chat.theme=\tcolors\n");
    }

    /** A program in voicebot's place, which answers as {@code voicebot complete} would; gives its folder. */
    private Path answering(String asked, String... lines) throws IOException {
        Path bin = Files.createDirectories(home.resolve("bin"));
        Path program = bin.resolve("voicebot");
        String answer = "[ \"$2 ${3-}\" != '" + asked + "' ] || printf '" + String.join("\\n", lines) + "\\n'\n";
        String before = Files.exists(program) ? Files.readString(program) : "#!/bin/sh\n";
        Files.writeString(program, before + answer);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return bin;
    }

    @Test
    void zshGetsItsOwnLanguage() throws Exception {
        String script = run("completion", "zsh").out();

        assertThat(script)
                .startsWith("#compdef voicebot\n")
                .contains("'replay:Play, list, export or delete saved replies")
                .contains("'(-o --output)--output=[File to save the audio to\\: WAV")
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
    void powershellGetsTablesOfItsOwn() {
        String script = run("completion", "powershell").out();

        assertThat(script)
                .startsWith("$voicebot = @{}\n$voicebot[''] = @{\n    Commands = [ordered]@{")
                .contains("'chat' = 'Chat by typing or talking.'")
                .contains("$voicebot['sessions export'] = @{")
                .contains("'--format' = 'one:text json jsonl srt vtt tsv'")
                .contains("'--model' = 'live:models'", "'--hotwords' = 'file'", "Arguments = 'live:sessions'")
                .contains("Register-ArgumentCompleter -Native -CommandName @('voicebot', 'voicebot.cmd') -ScriptBlock")
                .doesNotContain("train-class-data", "man-pages", "NAME complete");
    }

    /** Keys of a table in PowerShell differ in more than their case, or the script is none. */
    @Test
    void powershellsTablesHaveEachKeyOnce() {
        String script = run("completion", "powershell").out();

        assertThat(script.lines().filter(line -> line.contains("[ordered]@{'")))
                .isNotEmpty()
                .allSatisfy(table -> assertThat(Pattern.compile("(?:@\\{|; )'([^']*)' = ")
                                .matcher(table)
                                .results()
                                .map(key -> key.group(1).toLowerCase(Locale.ROOT)))
                        .isNotEmpty()
                        .doesNotHaveDuplicates());
    }

    @Test
    void fishGetsItsOwnLanguage() {
        String script = run("completion", "fish").out();

        assertThat(script)
                .contains("complete -c voicebot -n '__fish_use_subcommand' -a replay -d 'Play, list, export or"
                        + " delete saved replies")
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
        assertThat(fish(answering("nothing"), script, "voicebot sessions export --fo"))
                .startsWith("--format\t");
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
        assertThat(run(
                                "man-pages",
                                "--date",
                                "2026-11-30T10:00:00Z",
                                home.resolve("man").toString())
                        .exit())
                .isZero();

        assertThat(Files.readString(home.resolve("man/man1/voicebot.1")))
                .startsWith(".TH \"VOICEBOT\" 1 \"2026-11-30\"")
                .contains(".SH COMMANDS", "\\fBreplay\\fR", "EXIT STATUS", "\\fB130\\fR")
                .contains(".SH ENVIRONMENT", "DASHSCOPE_API_KEY", ".SH FILES", ".SH SEE ALSO", "voicebot\\-speak(1)");
        assertThat(Files.readString(home.resolve("man/man1/voicebot-sessions.1")))
                .contains(".SS voicebot sessions export ID", "\\fB\\-\\-format FORMAT\\fR")
                .doesNotContain(".SS voicebot sessions export ID\n.TP\n\\fB\\-\\-config");
        assertThat(Files.readString(home.resolve("man/man1/voicebot-replay.1")))
                .contains(
                        ".TH \"VOICEBOT-REPLAY\" 1", "\\fB\\-\\-older\\-than TIME\\fR", "voicebot replay tea ceremony");
        assertThat(Files.readString(home.resolve("man/zh_CN/man1/voicebot.1")))
                .contains(".SH 名称\nvoicebot \\- 终端里的语音助手。", ".SH 选项", "\\fBreplay\\fR\n重放");
    }

    private Path saved(String script) throws IOException {
        return Files.writeString(home.resolve("completion"), script);
    }

    private String completed(Path script, String... words) throws IOException, InterruptedException {
        return completed(home, script, words);
    }

    private static String completed(Path bin, Path script, String... words) throws IOException, InterruptedException {
        String line = String.join("' '", words);
        return output(
                "/bin/bash",
                "-c",
                "PATH='" + bin + "':$PATH; source '" + script + "'; COMP_WORDS=('" + line + "'); COMP_CWORD="
                        + (words.length - 1)
                        + "; COMP_TYPE=9; COMP_LINE=\"${COMP_WORDS[*]}\"; _voicebot voicebot \"${COMP_WORDS[-1]}\" x;"
                        + " printf '%s\\n' \"${COMPREPLY[@]}\"");
    }

    private String fish(Path script, String line) throws IOException, InterruptedException {
        return fish(home, script, line);
    }

    private static String fish(Path bin, Path script, String line) throws IOException, InterruptedException {
        return output(
                "fish",
                "--no-config",
                "-c",
                "set PATH '" + bin + "' $PATH; source '" + script + "'; complete -C '" + line + "'");
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
