package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voicebot.NamedPipe;
import dev.voicebot.Requirements;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import dev.voicebot.transcripts.SubtitleParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code listen} with files and pipes, against the stand-in. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ListenCommandTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    private Path home;

    private final Script script = new Script().sentences("Hello, world.", "你好。");
    private StandIn standIn;
    private Shell shell;
    private Path talk;

    @BeforeEach
    void start() {
        standIn = StandIn.start(script);
        shell = new Shell(home).with(standIn.environment());
        talk = TestSound.wav(home.resolve("talk.wav"), SECOND, SECOND);
    }

    @AfterEach
    void end() {
        standIn.close();
    }

    @Test
    void aFileIsALineASentence() {
        Shell.Finished finished = shell.run("listen", talk.toString());

        assertThat(finished.out()).isEqualTo("Hello, world.\n你好。\n");
        assertThat(finished.exit()).isZero();
        assertThat(finished.err()).isEmpty();
    }

    @Test
    void aWavInAPipeIsHeard() throws IOException {
        Shell.Finished finished = shell.input(Files.readAllBytes(talk)).run("listen", "--file", "-");

        assertThat(finished.lines()).containsExactly("Hello, world.", "你好。");
    }

    @Test
    void soundThatIsPipedNeedsNoName() throws IOException {
        byte[] sound = Files.readAllBytes(talk);

        assertThat(shell.input(sound).run("listen").lines()).containsExactly("Hello, world.", "你好。");
        assertThat(shell.input(sound).run("listen", "/dev/stdin").lines()).containsExactly("Hello, world.", "你好。");
        assertThat(shell.inputOfTheShell(sound).run("listen").lines()).containsExactly("Hello, world.", "你好。");
        assertThat(shell.input(sound).run("listen", "--once").lines()).containsExactly("Hello, world.");
    }

    @Test
    void anEmptyPipeIsToldAndOpensNoMicrophone() {
        Shell.Finished finished = shell.input(new byte[0]).run("listen");

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err()).contains("Standard input is empty").hasLineCount(1);
    }

    @Test
    void theFirstUtteranceOfAFileIsHeard() {
        assertThat(shell.run("listen", "--once", talk.toString()).lines()).containsExactly("Hello, world.");
        assertThat(shell.run("listen", "--once", "--file", talk.toString()).lines())
                .containsExactly("Hello, world.");
    }

    @Test
    void aFifoIsReadOnce() throws IOException {
        Path fifo = home.resolve("fifo");
        new ProcessBuilder("mkfifo", fifo.toString()).start().onExit().join();
        Thread writer = new Thread(() -> copy(talk, fifo));
        writer.start();

        Shell.Finished finished = shell.run("listen", fifo.toString());

        assertThat(finished.lines()).as(finished.err()).containsExactly("Hello, world.", "你好。");
    }

    private static void copy(Path from, Path to) {
        try (OutputStream out = Files.newOutputStream(to)) {
            Files.copy(from, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no sound", "R", "<html>", "{}", "\n\n\n\n", "RIFx"})
    void aPipeThatIsNoSoundIsToldAndNotWaitedFor(String text) throws IOException {
        try (PipedOutputStream end = new PipedOutputStream();
                PipedInputStream pipe = new PipedInputStream(end)) {
            end.write((text.equals("R") ? "Rabbits" : text).getBytes(StandardCharsets.UTF_8)); // and stays open

            Shell.Finished finished = shell.input(pipe).run("listen");

            assertThat(finished.exit()).isEqualTo(2);
            assertThat(finished.err()).contains("standard input is not audio").hasLineCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--jobs 0 FILE",
                "--jobs 65 FILE",
                "--jobs 2",
                "--max-seconds 0",
                "--max-seconds 25h",
                "--max-wait 0 --once",
                "--max-wait 5",
                "--max-seconds NaN",
                "--once FILE FILE",
                "--device usb FILE",
                "--once --output-dir . FILE",
                "--hotwords .",
                "--language=",
                "--silence=",
                "--translate-to=",
                "--vocabulary=",
                "--device="
            })
    void whatMakesNoSenseIsWrongUsage(String options) {
        String[] arguments = ("listen " + options.replace("FILE", talk.toString())).split(" ", -1);

        Shell.Finished finished = shell.run(arguments);

        assertThat(finished.exit()).as(finished.err()).isEqualTo(2);
        assertThat(finished.err()).hasLineCount(1).doesNotContain("report it");
    }

    @Test
    void bareSamplesInAPipeAreHeard() throws InterruptedException {
        byte[] samples = TestSound.raw(SECOND, SECOND);

        Shell.Finished finished = shell.input(samples).run("listen", "-", "--raw", "--rate", "16000");

        assertThat(finished.lines()).containsExactly("Hello, world.", "你好。");
        assertThat(standIn.recognition().sound()).isEqualTo(samples);
    }

    @Test
    void subtitlesAreWellFormedAndTellWhenThingsWereSaid() {
        Shell.Finished srt = shell.run("listen", "--format", "srt", talk.toString());
        Shell.Finished vtt = shell.run("listen", "--format", "vtt", talk.toString());

        assertThat(SubtitleParser.srt(srt.out())).hasSize(2).first().satisfies(cue -> {
            assertThat(cue.lines()).containsExactly("Hello, world.");
            assertThat(cue.begin()).isZero();
            assertThat(cue.end()).isGreaterThanOrEqualTo(SECOND);
        });
        assertThat(SubtitleParser.vtt(vtt.out()))
                .hasSize(2)
                .last()
                .satisfies(cue -> assertThat(cue.begin()).isEqualTo(Duration.ofSeconds(2)));
    }

    @Test
    void jsonTellsWordsAndTimes() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(
                        shell.run("listen", "--format", "json", talk.toString()).out());

        assertThat(json.path("text").asText()).isEqualTo("Hello, world. 你好。");
        JsonNode words = json.path("sentences").path(0).path("words");
        assertThat(words).hasSize(2);
        assertThat(words.path(0).path("text").asText()).isEqualTo("Hello");
        assertThat(words.path(0).path("punctuation").asText()).isEqualTo(",");
    }

    @Test
    void partialsComeAsJsonLinesBeforeTheirSentence() throws IOException {
        Shell.Finished finished = shell.run("listen", "--partials", talk.toString());

        JsonNode first = new ObjectMapper().readTree(finished.lines().get(0));
        assertThat(first.path("type").asText()).isEqualTo("partial");
        assertThat(finished.lines().stream().filter(line -> line.contains("\"type\":\"sentence\"")))
                .hasSize(2);
    }

    @Test
    void theChatModelTranslatesWhereTheRecognizerDoesNot() throws InterruptedException {
        script.without("gummy-realtime-v1").answer(sentence -> List.of("<" + sentence, ">"));
        shell.with(Map.of("VOICEBOT_CHAT_ENGINE", "auto"));

        Shell.Finished finished = shell.run("listen", "--translate-to", "en", talk.toString());

        assertThat(finished.lines()).as(finished.err()).containsExactly("<Hello, world.>", "<你好。>");
        assertThat(finished.exit()).isZero();
        assertThat(standIn.recognition().model()).isEqualTo("gummy-realtime-v1");
        assertThat(standIn.recognition().model()).isEqualTo("fun-asr-realtime");
    }

    @Test
    void aTranslationIsAskedForAndPrinted() throws InterruptedException {
        Shell.Finished finished = shell.run("listen", "--translate-to", "en", "--language", "zh", talk.toString());

        assertThat(finished.lines()).containsExactly("[en] Hello, world.", "[en] 你好。");
        assertThat(standIn.recognition().parameters().toString())
                .contains("\"translation_target_languages\":[\"en\"]", "\"source_language\":\"zh\"");
    }

    @Test
    void silenceAndVocabularyReachTheService() throws InterruptedException {
        shell.run("listen", "--silence", "800ms", "--vocabulary", "vocab-1", talk.toString());

        assertThat(standIn.recognition().parameters().toString())
                .contains("\"max_sentence_silence\":800", "\"vocabulary_id\":\"vocab-1\"");
    }

    @Test
    void hotWordsBelongToTheModelThatHearsInTheEnd() throws IOException, InterruptedException {
        script.without("fun-asr-realtime");
        Path words = Files.writeString(home.resolve("words.txt"), "Grafana\n");

        Shell.Finished finished = shell.run("listen", "--hotwords", words.toString(), talk.toString());

        assertThat(finished.exit()).as(finished.err()).isZero();
        assertThat(standIn.list()).contains("create_vocabulary", "fun-asr-realtime");
        assertThat(standIn.list()).contains("create_vocabulary", "qwen-audio-3.1-asr-flash-streaming");
        standIn.recognition();
        assertThat(standIn.recognition().parameters().path("vocabulary_id").asText())
                .isEqualTo("vocab-voicebot-2");
    }

    @Test
    void hotWordsAreMadeAListOnceAndChangedInPlace() throws IOException, InterruptedException {
        Path words = Files.writeString(home.resolve("words.txt"), "# names\nGrafana\n\n 赛德克巴莱 \n");

        shell.run("listen", "--hotwords", words.toString(), talk.toString());
        shell.run("listen", "--hotwords", words.toString(), talk.toString());
        Files.writeString(words, "Prometheus\n");
        Shell.Finished finished = shell.run("listen", "--hotwords", words.toString(), talk.toString());

        assertThat(finished.exit()).as(finished.err()).isZero();
        assertThat(standIn.list())
                .contains("create_vocabulary", "fun-asr-realtime", "Grafana", "赛德克巴莱", "\"weight\":4");
        assertThat(standIn.list()).contains("update_vocabulary", "vocab-voicebot-1", "Prometheus");
        for (int i = 0; i < 3; i++) {
            assertThat(standIn.recognition().parameters().path("vocabulary_id").asText())
                    .isEqualTo("vocab-voicebot-1");
        }
    }

    @Test
    void aRefusedListOfHotWordsIsTold() throws IOException {
        Path words = Files.writeString(home.resolve("words.txt"), "Grafana\n");

        Shell.Finished finished = shell.with("DASHSCOPE_API_KEY", "sk-wrong")
                .run("listen", "--hotwords", words.toString(), talk.toString());

        assertThat(finished.exit()).isEqualTo(4);
        assertThat(finished.err()).contains("the list of hot words");
    }

    @Test
    void severalFilesComeInTheirOrder() {
        Path second = TestSound.wav(home.resolve("second.wav"), Duration.ofMillis(200));

        Shell.Finished finished = shell.run(
                "listen", "--jobs", "2", "--format", "tsv", talk.toString(), second.toString(), talk.toString());

        assertThat(finished.lines().stream().map(line -> line.replaceAll("\t.*\t", "\t")))
                .containsExactly(
                        "file\ttext",
                        talk + "\tHello, world.",
                        talk + "\t你好。",
                        second + "\tHello, world.",
                        talk + "\tHello, world.",
                        talk + "\t你好。");
    }

    @Test
    void aBrokenFileDoesNotStopTheOthers() throws IOException {
        Path broken = Files.writeString(home.resolve("broken.wav"), "no sound at all");

        Shell.Finished finished = shell.run("listen", broken.toString(), talk.toString());

        assertThat(finished.lines()).containsExactly("Hello, world.", "你好。");
        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err())
                .startsWith("voicebot: " + broken + " is not a WAV file")
                .endsWith("voicebot: 1 of 2 files could not be transcribed.\n");
    }

    @Test
    void subtitlesOfSeveralFilesAreFilesThemselves() throws IOException {
        Path other = TestSound.wav(home.resolve("other.wav"), SECOND);
        Path texts = home.resolve("texts");

        Shell.Finished refused = shell.run("listen", "--format", "srt", talk.toString(), other.toString());
        Shell.Finished finished = shell.run(
                "listen", "--format", "srt", "--output-dir", texts.toString(), talk.toString(), other.toString());

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("--output-dir");
        assertThat(finished.lines())
                .containsExactly(
                        texts.resolve("talk.srt").toString(),
                        texts.resolve("other.srt").toString());
        assertThat(SubtitleParser.srt(Files.readString(texts.resolve("talk.srt"))))
                .hasSize(2);
    }

    @Test
    void aNamedPipeIsOpenedOnceAndHeard() throws IOException, InterruptedException {
        Path pipe = NamedPipe.of(home.resolve("pipe"), Files.readAllBytes(talk));

        Shell.Finished finished = shell.run("listen", pipe.toString());

        assertThat(finished.lines()).as(finished.err()).containsExactly("Hello, world.", "你好。");
    }

    @Test
    void bareSamplesComeFromANamedPipe() throws IOException, InterruptedException {
        Path pipe = NamedPipe.of(home.resolve("pipe"), TestSound.raw(SECOND, SECOND));

        Shell.Finished finished = shell.run("listen", "--raw", pipe.toString());

        assertThat(finished.lines()).as(finished.err()).containsExactly("Hello, world.", "你好。");
    }

    @Test
    void hotWordsThatAreNoTextReachNoService() throws IOException {
        Shell.Finished finished = shell.run("listen", "--hotwords", talk.toString(), talk.toString());

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err()).contains(talk + " is not text");
        assertThat(finished.out()).isEmpty();
    }

    @Test
    void aTimeBeyondAllBoundsIsRefused() {
        assertThat(shell.run("listen", "--max-seconds", "1e300", talk.toString())
                        .exit())
                .isEqualTo(2);
        assertThat(shell.run("listen", "--once", "--max-wait", "999999999d").exit())
                .isEqualTo(2);
    }

    @Test
    void aRunThatFailsLeavesTheTranscriptOfTheLastOneAndNamesNothing() throws IOException {
        Path texts = home.resolve("texts");
        shell.run("listen", "--output-dir", texts.toString(), talk.toString());

        Shell.Finished failed = shell.with("DASHSCOPE_API_KEY", "sk-wrong")
                .run("listen", "--output-dir", texts.toString(), talk.toString());

        assertThat(failed.exit()).isEqualTo(4);
        assertThat(failed.out()).isEmpty();
        assertThat(texts.resolve("talk.txt")).content(StandardCharsets.UTF_8).isEqualTo("Hello, world.\n你好。\n");
        assertThat(texts).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void noFileIsWrittenOverByAnotherOfItsName() throws IOException {
        Path other =
                TestSound.wav(Files.createDirectories(home.resolve("other")).resolve("talk.wav"), SECOND);
        Path texts = home.resolve("texts");

        Shell.Finished finished =
                shell.run("listen", "--output-dir", texts.toString(), talk.toString(), other.toString());

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err()).contains("Two of the files would be written to " + texts.resolve("talk.txt"));
        assertThat(texts).doesNotExist();
    }

    @Test
    void noMoreIsHeardThanMaxSeconds() {
        Shell.Finished finished = shell.run("listen", "--max-seconds", "1.5", talk.toString());

        assertThat(finished.lines()).containsExactly("Hello, world.");
    }

    @Test
    void ctrlCPrintsWhatIsFinalAndLeavesTheRest() throws IOException {
        Requirements.ctrlC();
        Path raw = Files.write(home.resolve("talk.raw"), TestSound.raw(SECOND, SECOND));
        ByteArrayOutputStream printed = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int length) {
                super.write(bytes, from, length);
                if (toString(StandardCharsets.UTF_8).equals("Hello, world.\n你好。\nHello, world.\n")) {
                    pressCtrlC();
                }
            }
        };
        try (StalledInput stalled = new StalledInput(TestSound.raw(SECOND))) {
            Shell.Finished finished = shell.input(stalled)
                    .runInto(
                            new PrintStream(printed, false, StandardCharsets.UTF_8),
                            "listen",
                            "--raw",
                            "--jobs",
                            "1",
                            raw.toString(),
                            "-",
                            raw.toString());

            assertThat(finished.exit()).isEqualTo(130);
            assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("Hello, world.\n你好。\nHello, world.\n");
            assertThat(finished.err()).isEqualTo("voicebot: Interrupted.\n");
        }
    }

    @Test
    void silenceIsNothingHeard() {
        Path silence = TestSound.wav(home.resolve("silence.wav"), Duration.ZERO);

        Shell.Finished finished = shell.run("listen", silence.toString());

        assertThat(finished.exit()).isEqualTo(7);
        assertThat(finished.out()).isEmpty();
        assertThat(finished.err()).isEqualTo("voicebot: Didn't hear anything.\n");
    }

    @Test
    void aCompressedFileIsReadThroughFfmpeg() throws IOException {
        Path compressed = Files.writeString(home.resolve("talk.mp3"), "ID3 compressed");
        program("ffmpeg", "cat '" + talk + "'");

        Shell.Finished finished = shell.run("listen", compressed.toString());

        assertThat(finished.lines()).containsExactly("Hello, world.", "你好。");
    }

    @Test
    void aCompressedPipeIsReadThroughFfmpeg() throws IOException {
        program("ffmpeg", "cat > '" + home.resolve("received") + "'; cat '" + talk + "'");

        Shell.Finished finished = shell.input("ID3 compressed".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .run("listen", "-");

        assertThat(finished.lines()).containsExactly("Hello, world.", "你好。");
        assertThat(home.resolve("received")).hasContent("ID3 compressed");
    }

    @Test
    void whatFfmpegComplainsAboutIsTold() throws IOException {
        Path compressed = Files.writeString(home.resolve("talk.mp3"), "ID3 broken");
        program("ffmpeg", "echo 'Invalid data found' >&2; exit 1");

        Shell.Finished finished = shell.run("listen", compressed.toString());

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err()).isEqualTo("voicebot: Cannot read " + compressed + ": ffmpeg: Invalid data found.\n");
    }

    @Test
    void withoutFfmpegACompressedFileSaysWhatToDo() throws IOException {
        Path compressed = Files.writeString(home.resolve("talk.mp3"), "ID3 and so on, long enough");

        Shell.Finished finished = shell.run("listen", compressed.toString());

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err()).contains("is an MP3 file, which voicebot cannot read. Install ffmpeg");
    }

    @Test
    void aCommandGetsEachUtteranceAsOneArgumentAndNoShell() throws IOException {
        script.sentences("it's $(touch pwned); rm -rf *", "\"two\"");
        Path seen = home.resolve("seen");
        Path command = program(
                "remember", "printf '%s|%s|%s\\n' \"$#\" \"$1\" \"$VOICEBOT_TEXT\" >> '" + seen + "'; echo done");

        Shell.Finished finished = shell.run("listen", "--exec", "'" + command + "' 'said: {}'", talk.toString());

        assertThat(Files.readAllLines(seen))
                .containsExactly(
                        "1|said: it's $(touch pwned); rm -rf *|it's $(touch pwned); rm -rf *",
                        "1|said: \"two\"|\"two\"");
        assertThat(home.resolve("pwned")).doesNotExist();
        assertThat(finished.lines()).contains("done", "\"two\"");
        assertThat(finished.exit()).isZero();
    }

    @Test
    void aCommandThatFailsIsToldAndFailsTheRun() throws IOException {
        Path command = program("refuse", "exit 3");

        Shell.Finished finished = shell.run("listen", "--exec", command.toString(), talk.toString());

        assertThat(finished.lines()).containsExactly("Hello, world.", "你好。");
        assertThat(finished.err()).contains("'" + command + "' exited with status 3");
        assertThat(finished.exit()).isEqualTo(1);
    }

    @Test
    void aCommandThatIsNotThereIsToldBeforeAnythingIsHeard() {
        Shell.Finished finished = shell.run("listen", "--exec", "no-such-program {}", talk.toString());

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.out()).isEmpty();
        assertThat(finished.err())
                .isEqualTo("voicebot: Cannot find the program 'no-such-program' of --exec. Check"
                        + " its name and the PATH.\n");
    }

    @Test
    void theTextIsPutOnTheClipboard() throws IOException {
        program("wl-copy", "/bin/cat > '" + home.resolve("clipboard") + "'");

        Shell.Finished finished = shell.with("WAYLAND_DISPLAY", "wayland-0").run("listen", "--copy", talk.toString());

        assertThat(finished.exit()).as(finished.err()).isZero();
        assertThat(home.resolve("clipboard")).content(StandardCharsets.UTF_8).isEqualTo("Hello, world.\n你好。");
    }

    @Test
    void whatTheClipboardsProgramComplainsOfIsTold() throws IOException {
        Path program = program("xclip", "echo \"Error: Can't open display: :77\" >&2; exit 1");

        Shell.Finished finished = shell.with("DISPLAY", ":77").run("listen", "--copy", talk.toString());

        assertThat(finished.exit()).isEqualTo(1);
        assertThat(finished.err())
                .isEqualTo("voicebot: " + program + " could not copy to the clipboard: Error: Can't open display:"
                        + " :77.\n");
    }

    @Test
    void aTerminalIsAskedWhereTheClipboardsProgramFails() throws IOException {
        program("xclip", "exit 1");

        Shell.Finished finished =
                shell.terminals(false, false, true).with("DISPLAY", ":77").run("listen", "--copy", talk.toString());

        assertThat(finished.exit()).isZero();
        assertThat(finished.err()).endsWith("\033]52;c;SGVsbG8sIHdvcmxkLgrkvaDlpb3jgII=\007");
    }

    @Test
    void aTerminalIsAskedWhereThereIsNoClipboardProgram() {
        Shell.Finished finished = shell.terminals(false, false, true).run("listen", "--copy", talk.toString());

        assertThat(finished.err()).endsWith("\033]52;c;SGVsbG8sIHdvcmxkLgrkvaDlpb3jgII=\007");
        assertThat(finished.out()).isEqualTo("Hello, world.\n你好。\n");
    }

    @Test
    void aTerminalShowsHowFarTheFilesAre() {
        Shell.Finished finished = shell.terminals(false, false, true).run("listen", talk.toString());

        assertThat(finished.err()).contains("1 of 1 file · 0:04 of 0:04").endsWith("\r\033[K");
    }

    @Test
    void optionsThatDoNotGoTogetherAreTold() {
        assertUsage("--partials prints JSON lines", "--partials", "--format", "srt", "x.wav");
        assertUsage("--timestamps needs --format text", "--timestamps", "--format", "json", "x.wav");
        assertUsage("--once transcribes one utterance", "--once", "x.wav", "y.wav");
        assertUsage("--save is for the microphone", "--save", "y.wav", "x.wav");
        assertUsage("--raw needs a FILE", "--raw");
        assertUsage("--rate needs --raw", "--rate", "8000", "x.wav");
        assertUsage("--rate must be 4000 to 384000, got 5", "--raw", "--rate", "5", "x.raw");
        assertUsage("read only once", "-", "-");
        assertUsage("--jobs must be 1 to 64, got 0", "--jobs", "0", "x.wav");
        assertUsage(
                "--silence must be a time from 200ms to 6s, such as \"200ms\", got abc", "--silence", "abc", "x.wav");
        assertUsage("Unclosed quote", "--exec", "say 'x", "x.wav");
    }

    @Test
    void aRefusedKeyIsToldOnceHoweverManyFilesThereAre() {
        Path other = TestSound.wav(home.resolve("other.wav"), SECOND);

        Shell.Finished finished = shell.with(Map.of("DASHSCOPE_API_KEY", "sk-wrong-wrong"))
                .run("listen", "--jobs", "1", talk.toString(), other.toString());

        assertThat(finished.exit()).isEqualTo(4);
        assertThat(finished.err().lines().filter(line -> line.contains("rejected the API key")))
                .hasSize(1);
    }

    @Test
    void aFileThatLooksLikeAnOptionFollowsTwoDashes() {
        TestSound.wav(home.resolve("--once"), SECOND);

        assertThat(shell.run("listen", "--", home.resolve("--once").toString()).exit())
                .isZero();
    }

    private void assertUsage(String message, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "listen";
        System.arraycopy(options, 0, arguments, 1, options.length);

        Shell.Finished finished = shell.run(arguments);

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err()).contains(message);
    }

    /** As the terminal does; while the program listens it has taken the signal over. */
    private static void pressCtrlC() {
        try {
            new ProcessBuilder(
                            "sh", "-c", "kill -INT " + ProcessHandle.current().pid())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A shell script on the PATH. */
    private Path program(String name, String body) throws IOException {
        Path folder = Files.createDirectories(home.resolve("bin"));
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\nPATH=/usr/bin:/bin\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        shell.with("PATH", folder.toString());
        return file;
    }
}
