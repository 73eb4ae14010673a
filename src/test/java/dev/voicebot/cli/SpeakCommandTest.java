package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voicebot.NamedPipe;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavReader;
import dev.voicebot.audio.WavWriter;
import dev.voicebot.reading.ReadingProgress;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import dev.voicebot.standin.Tones;
import dev.voicebot.transcripts.SubtitleParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code speak} into files and pipes, against the stand-in. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SpeakCommandTest {
    private static final int RATE = 22050;

    @TempDir
    private Path home;

    private final Script script = new Script();
    private StandIn standIn;
    private Shell shell;
    private Path wav;

    @BeforeEach
    void start() {
        standIn = StandIn.start(script);
        shell = new Shell(home).with(standIn.environment());
        wav = home.resolve("book.wav");
    }

    @AfterEach
    void end() {
        standIn.close();
    }

    @Test
    void aFileGetsAllSoundAndItsNameIsPrinted() throws InterruptedException {
        Shell.Finished finished = speak("Hello there. All is well.");

        assertThat(finished.out()).isEqualTo(wav + "\n");
        assertThat(finished.exit()).isZero();
        List<byte[]> sent = new ArrayList<>();
        sent.add(standIn.synthesis().sent());
        sent.add(standIn.synthesis().sent());
        assertThat(sound(wav)).isEqualTo(joined(sent));
    }

    @Test
    void theVoiceThatIsNamedIsTheOneThatSpeaks() {
        script.without("cosyvoice-v2");

        Shell.Finished finished = speak("Hello there.");

        assertThat(finished.err())
                .contains("does not offer cosyvoice-v2. Using cosyvoice-v3-flash instead.")
                .contains("voice: cosyvoice-v3-flash")
                .doesNotContain("voice: cosyvoice-v2");
        assertThat(finished.exit()).isZero();
    }

    @Test
    void aVoiceThatNobodyKnowsIsRefused() {
        Shell.Finished finished = shell.run("speak", "--voice", "longwam_v2", "-o", wav.toString(), "Hello there.");

        assertThat(finished.err()).contains("Unknown voice longwam_v2 for cosyvoice-v2. Did you mean longwan_v2?");
        assertThat(finished.exit()).isEqualTo(3);
        assertThat(wav).doesNotExist();
    }

    @Test
    void theServiceIsAskedForAVoiceThatMayBeTheUsersOwn() throws InterruptedException {
        Shell.Finished finished =
                shell.run("speak", "--voice", "cosyvoice-v2-mine-3f2a", "-o", wav.toString(), "Hello there.");

        assertThat(finished.err()).contains("voicebot: Unknown voice cosyvoice-v2-mine-3f2a for cosyvoice-v2.\n");
        assertThat(standIn.synthesis().parameters().path("voice").asText()).isEqualTo("cosyvoice-v2-mine-3f2a");
    }

    @Test
    void aVoiceOfAnotherModelSpeaksUnderItsNameThereAndThatIsOneLine() throws InterruptedException {
        Shell.Finished finished =
                shell.run("speak", "--no-play", "--voice", "longhua_v3", "-o", wav.toString(), "Hello there.");

        assertThat(finished.exit()).isZero();
        assertThat(finished.err().lines())
                .containsExactly(
                        "voicebot: voice: cosyvoice-v2",
                        "voicebot: Voice longhua_v3 is not available for cosyvoice-v2. Using longhua_v2.");
        assertThat(standIn.synthesis().parameters().path("voice").asText()).isEqualTo("longhua_v2");
    }

    @Test
    void aVoiceThatTheServiceDoesNotHaveIsACaseOfSettings() {
        Shell.Finished finished = shell.run("speak", "--voice", "longwam", "-o", wav.toString(), "Hello there.");

        assertThat(finished.exit()).isEqualTo(3);
        assertThat(finished.err()
                        .lines()
                        .toList()
                        .get(finished.err().lines().toList().size() - 1))
                .contains("cosyvoice-v2", "longwam", "longwan_v2");
    }

    @Test
    void whereTheServiceLacksTheModelTheNextOneSpeaksAndThatIsOneLine() throws IOException, InterruptedException {
        script.without("cosyvoice-v2");

        Shell.Finished finished = shell.run("speak", "--no-play", "Hello there.");

        assertThat(finished.exit()).isZero();
        assertThat(finished.err().lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("cosyvoice-v2") && line.contains("Using cosyvoice-v3-flash"));
        JsonNode sidecar = sidecar(finished);
        assertThat(sidecar.path("engine").asText()).isEqualTo("cosyvoice-v3-flash");
        assertThat(sidecar.path("voice").asText()).isEqualTo("longxiaochun_v3");
    }

    @Test
    void aTaskThatIsClosedInTheMiddleLosesNothing() throws IOException {
        Shell.Finished whole = speak("Hello there. All is well. Good night.");
        byte[] sound = sound(wav);
        script.fault(Script.Fault.CLOSED_IN_THE_MIDDLE, "").faultIn(Script.Part.SYNTHESIS, 1);

        Shell.Finished finished = speak("Hello there. All is well. Good night.");

        assertThat(whole.exit()).isZero();
        assertThat(finished.exit()).isZero();
        assertThat(sound(wav)).isEqualTo(sound);
    }

    @Test
    void aSpeechThatStaysBrokenIsNotCalledWhole() throws IOException {
        script.fault(Script.Fault.CLOSED_IN_THE_MIDDLE, "").faultAfter(1);

        Shell.Finished finished = shell.run(
                "--set", "network.retries=0", "speak", "--no-play", "Hello there. All is well. Good night. And more.");

        assertThat(finished.exit()).isEqualTo(5);
        assertThat(finished.err().lines().filter(line -> line.contains("broke off")))
                .hasSize(1);
        assertThat(sidecar(finished).path("complete").asBoolean(true)).isFalse();
    }

    @Test
    void aPartThatTheServiceRefusesIsLeftOutAndToldOf() throws IOException {
        script.fault(Script.Fault.TASK_FAILED, "DataInspectionFailed").faultIn(Script.Part.SYNTHESIS, 1);
        String text = "This is a sentence that is said again and again, and again. ".repeat(40);

        Shell.Finished finished = shell.run("speak", "--no-play", text);

        assertThat(finished.exit()).isEqualTo(5);
        assertThat(finished.err())
                .contains("a part of the text is left out: ", "a part of the text could not be spoken");
        assertThat(sidecar(finished).path("complete").asBoolean(true)).isFalse();
    }

    @Test
    void aVoiceThatNeverEndsIsGivenUp() {
        script.voice((text, rate) -> new short[rate * 100]);

        Shell.Finished finished = shell.run("speak", "--no-play", "Hello.");

        assertThat(finished.exit()).isEqualTo(5);
        assertThat(finished.err()).contains("goes on without an end");
    }

    @Test
    void aSpeechThatIsWholeIsCalledSo() throws IOException {
        Shell.Finished finished = shell.run("speak", "--no-play", "Hello there. All is well.");

        assertThat(sidecar(finished).path("complete").asBoolean()).isTrue();
    }

    @Test
    void subtitlesAreCutWhereTheVoiceSaysTheWord() throws IOException {
        Path srt = home.resolve("book.srt");
        String text = "This is a sentence of many words, and after the comma there are even more of them to be said.";

        speak("--subtitles", srt.toString(), text);

        int cut = text.indexOf(" and");
        long begin = Math.round(1000.0 * (cut + 1) * Tones.of("x", RATE).length / RATE);
        List<String> cues = Files.readAllLines(srt).stream()
                .filter(line -> line.contains("-->"))
                .toList();
        assertThat(cues).hasSizeGreaterThan(1);
        assertThat(cues)
                .anySatisfy(cue -> assertThat(millis(cue.substring(0, cue.indexOf(" --> "))))
                        .isCloseTo(begin, org.assertj.core.api.Assertions.within(2L)));
    }

    private static long millis(String time) {
        String[] parts = time.trim().split("[:,]", -1);
        return ((Long.parseLong(parts[0]) * 60 + Long.parseLong(parts[1])) * 60 + Long.parseLong(parts[2])) * 1000
                + Long.parseLong(parts[3]);
    }

    private static JsonNode sidecar(Shell.Finished finished) throws IOException {
        String saved = finished.out().strip();
        return new ObjectMapper()
                .readTree(Path.of(saved.replace(".wav", ".json")).toFile());
    }

    @Test
    void aVoiceThatTheEmbeddedEngineHasNotIsToldOnce() {
        Shell.Finished finished =
                new Shell(home).run("speak", "--voice", "en-bg", "-o", wav.toString(), "Hello there.");

        assertThat(finished.exit()).isEqualTo(3);
        assertThat(finished.err().lines())
                .containsExactly(
                        "voicebot: voice: espeak-ng (built-in)",
                        "voicebot: Unknown voice en-bg for espeak-ng. Did you mean en-gb?");
    }

    @Test
    void wavOnStdoutHasTheSizesOfAStream() {
        Shell.Finished finished = shell.run("speak", "-o", "-", "Hello there.");

        ByteBuffer header = ByteBuffer.wrap(finished.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new String(finished.bytes(), 0, 4, StandardCharsets.US_ASCII))
                .isEqualTo("RIFF");
        assertThat(header.getInt(4)).isEqualTo(0x7FFFFFFF);
        assertThat(header.getInt(40)).isEqualTo(0x7FFFFFFF);
        try (WavReader reader = WavReader.of(new ByteArrayInputStream(finished.bytes()), "stdout")) {
            assertThat(reader.sampleRate()).isEqualTo(RATE);
            assertThat(reader.next(10 * RATE)).isPresent();
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() {
        Path file = home.resolve("nowhere/letter.wav");

        Shell.Finished finished = shell.run("speak", "-o", file.toString(), "--no-play", "hello");

        assertThat(finished.exit()).isEqualTo(1);
        assertThat(finished.err()).endsWith("voicebot: Cannot write " + file + ": no such file or folder.\n");
    }

    @Test
    void rawSamplesOnStdoutAreBareAndTheirRateIsToldOnStderr() throws InterruptedException {
        Shell.Finished finished = shell.run("speak", "--raw", "Hello there.");

        assertThat(finished.bytes()).isEqualTo(standIn.synthesis().sent());
        assertThat(finished.err()).contains("22050 Hz, mono, 16 bits");
    }

    @Test
    void soundIsRefusedByATerminal() {
        Shell.Finished finished = shell.terminals(false, true, true).run("speak", "-o", "-", "Hello");

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.bytes()).isEmpty();
        assertThat(finished.err()).contains("Audio cannot be written to a terminal. Add > speech.wav");
    }

    @Test
    void whatWasSpokenIsUnderstoodAgain() {
        speak("What can you do?");
        script.sentences("What can you do?");

        Shell.Finished heard = shell.run("listen", wav.toString());

        assertThat(heard.out()).isEqualTo("What can you do?\n");
    }

    @Test
    void eachParagraphCanHaveAFile() {
        shell.input("# One\n\nFirst.\nStill the first.\n\n\n```\ncode\n\nmore code\n```\n\nLast."
                .getBytes(StandardCharsets.UTF_8));

        Shell.Finished finished = shell.run("speak", "-o", wav.toString(), "--split", "--no-play");

        assertThat(finished.lines())
                .containsExactly(
                        home.resolve("book-001.wav").toString(),
                        home.resolve("book-002.wav").toString(),
                        home.resolve("book-003.wav").toString(),
                        home.resolve("book-004.wav").toString());
        assertThat(wav).doesNotExist();
        assertThat(ReadingProgress.besides(wav)).doesNotExist();
    }

    @Test
    void markdownIsReadAsInChatUnlessTheTextIsPlain() throws InterruptedException {
        speak("This is **bold**.");
        speak("--plain", "This is **bold**.");

        assertThat(standIn.synthesis().texts()).containsExactly("This is bold.");
        assertThat(standIn.synthesis().texts()).containsExactly("This is **bold**.");
    }

    @Test
    void ssmlIsOneDocumentForTheService() throws InterruptedException {
        String document = "<speak>One. <break time=\"1s\"/> Two. Three.</speak>";

        speak("--ssml", document);

        var received = standIn.synthesis();
        assertThat(received.texts()).containsExactly(document);
        assertThat(received.parameters().path("text_type").asText()).isEqualTo("SSML");
    }

    @Test
    void subtitlesTellWhenEachSentenceIsSaid() throws IOException {
        Path srt = home.resolve("book.srt");

        speak("--subtitles", srt.toString(), "Hello there. 你好，世界。");

        List<SubtitleParser.Read> cues = SubtitleParser.srt(Files.readString(srt));
        assertThat(cues)
                .extracting(SubtitleParser.Read::lines)
                .containsExactly(List.of("Hello there."), List.of("你好，世界。"));
        assertThat(cues.get(0).begin()).isZero();
        assertThat(cues.get(1).begin()).isEqualTo(cues.get(0).end());
        assertThat(cues.get(1).end()).isEqualTo(length(wav).truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void subtitlesCanBeWebVtt() throws IOException {
        Path vtt = home.resolve("book.vtt");

        speak("--subtitles", vtt.toString(), "Hello there.");

        assertThat(SubtitleParser.vtt(Files.readString(vtt))).hasSize(1);
    }

    @Test
    void aReadingThatFailedGoesOnAfterTheLastWholeSentence() throws IOException, InterruptedException {
        String[] sentences = {"The first one is here.", "The second one follows.", "The third is the last."};
        String text = String.join(" ", sentences);
        Path srt = home.resolve("book.srt");
        speak("--subtitles", srt.toString(), text);
        byte[] whole = sound(wav);
        String subtitles = Files.readString(srt);
        drain(3);
        script.voice((said, rate) -> {
            if (said.startsWith("The second")) {
                script.fault(Script.Fault.FAILED_IN_THE_MIDDLE, "Throttling.RateQuota");
            }
            return Tones.of(said, rate);
        });

        Shell.Finished failed = speak("--subtitles", srt.toString(), text);
        script.fault(Script.Fault.NONE, "");
        script.voice(Tones::of);
        drain(3);
        Shell.Finished resumed = speak("--subtitles", srt.toString(), "--resume", text);

        assertThat(failed.exit()).isEqualTo(5);
        assertThat(failed.err()).contains("--resume");
        assertThat(resumed.exit()).isZero();
        assertThat(standIn.synthesis().texts()).containsExactly("The third is the last.");
        assertThat(sound(wav)).isEqualTo(whole);
        assertThat(Files.readString(srt)).isEqualTo(subtitles);
        assertThat(ReadingProgress.besides(wav)).doesNotExist();
    }

    @Test
    void anotherTextIsNotGoneOnWith() throws IOException {
        Files.writeString(
                ReadingProgress.besides(wav),
                "{\"rate\":22050}\n{\"paragraph\":1,\"samples\":10,\"check\":\"00000000\"}\n");
        try (var writer = WavWriter.replace(wav, RATE)) {
            writer.write(PcmFrame.silence(Duration.ofSeconds(1), RATE));
        }

        Shell.Finished finished = speak("--resume", "Something else.");

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err()).contains("Cannot resume: the text of", "without --resume");
    }

    @Test
    void aWholeFileOfAnotherTextIsReadFromItsBeginning() throws InterruptedException {
        speak("Hello there.");
        standIn.synthesis();

        Shell.Finished finished = speak("--resume", "Another text.");

        assertThat(finished.exit()).isZero();
        assertThat(finished.err()).doesNotContain("is already complete");
        assertThat(sound(wav)).isEqualTo(standIn.synthesis().sent());
    }

    @Test
    void aFileThatGoesOnKnowsAllOfItsText() {
        speak("Hello there. All is well.");
        speak("--resume", "Hello there.");

        assertThat(speak("--resume", "Hello there.").err()).contains("is already complete");
        assertThat(speak("--resume", "Hello there. All is well.").err()).doesNotContain("is already complete");
    }

    @Test
    void aWholeFileIsNotReadAgain() {
        speak("Hello there.");

        Shell.Finished finished = speak("--resume", "Hello there.");

        assertThat(finished.exit()).isZero();
        assertThat(finished.err()).contains("is already complete");
    }

    @Test
    void aLongTextShowsItsProgressOnATerminal() throws IOException {
        Path text = Files.writeString(home.resolve("long.txt"), "This is a sentence of some length.\n".repeat(70));

        Shell.Finished finished = shell.terminals(true, false, true)
                .run("speak", "-f", text.toString(), "-o", wav.toString(), "--no-play");

        assertThat(finished.err())
                .contains("100 %")
                .containsPattern("\\d+ % · \\d+:\\d\\d")
                .endsWith("\r\033[K");
        assertThat(finished.out()).isEqualTo(wav + "\n");
    }

    @Test
    void aReaderThatLeavesEndsItQuietly() {
        PrintStream closed = StandardOutput.to(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                },
                false);

        Shell.Finished finished = shell.runInto(closed, "speak", "--raw", "Hello there.");

        assertThat(finished.exit()).isEqualTo(141);
        assertThat(finished.err().lines())
                .satisfiesExactly(
                        engine -> assertThat(engine).startsWith("voicebot: voice: "),
                        rate -> assertThat(rate).startsWith("voicebot: Raw samples: 22050 Hz"));
    }

    @Test
    void whatCannotBeSavedAndIsNotPlayedFailsBeforeItIsPaidFor() throws IOException {
        Path file = Files.writeString(home.resolve("no-folder"), "");

        Shell.Finished finished =
                shell.with("VOICEBOT_RECORDINGS_DIRECTORY", file.toString()).run("speak", "--no-play", "Hello there.");

        assertThat(finished.exit()).isEqualTo(1);
        assertThat(finished.out()).isEmpty();
        assertThat(finished.err()).contains(file.toString());
        assertThat(home.resolve(".local/share/voicebot/usage")).doesNotExist();
    }

    @Test
    void whatCanNeitherBePlayedNorSavedFails() throws IOException {
        Path file = Files.writeString(home.resolve("no-folder"), "");

        Shell.Finished finished = shell.with("VOICEBOT_RECORDINGS_DIRECTORY", file.toString())
                .with("VOICEBOT_AUDIO_OUTPUT_DEVICE", "none in this test")
                .run("speak", "Hello there.");

        assertThat(finished.exit()).isEqualTo(1);
        assertThat(finished.err()).contains(file.toString()).contains("Nothing was played or saved.");
    }

    @Test
    void silenceWithoutRecordingsMakesNothing() {
        Shell.Finished finished =
                shell.with("VOICEBOT_RECORDINGS_ENABLED", "false").run("speak", "--no-play", "Hello there.");

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err()).contains("-o FILE");
    }

    @Test
    void resumingIsOfferedOnlyWhereSomethingIsSaved() {
        Shell.Finished finished = shell.with("DASHSCOPE_API_KEY", "sk-wrong")
                .run("speak", "--no-play", "-o", wav.toString(), "Hello there.");

        assertThat(finished.exit()).isEqualTo(4);
        assertThat(finished.err()).doesNotContain("--resume");
        assertThat(ReadingProgress.besides(wav)).doesNotExist();
        assertThat(wav).doesNotExist();
    }

    @Test
    void whatIsNoTextIsNotPaidFor() throws IOException {
        Path text = Files.write(home.resolve("letter.txt"), "Größe über alles".getBytes(StandardCharsets.ISO_8859_1));

        Shell.Finished file = shell.run("speak", "-f", text.toString(), "-o", wav.toString(), "--no-play");
        Shell.Finished pipe = shell.input(Files.readAllBytes(text)).run("speak", "-o", wav.toString(), "--no-play");

        assertThat(file.exit()).isEqualTo(2);
        assertThat(file.err()).contains(text + " is not text");
        assertThat(pipe.exit()).isEqualTo(2);
        assertThat(pipe.err()).contains("standard input is not text");
        assertThat(wav).doesNotExist();
        assertThat(home.resolve(".local/share/voicebot/usage")).doesNotExist();
    }

    @Test
    void aNamedPipeIsSpoken() throws IOException, InterruptedException {
        Path pipe = NamedPipe.of(home.resolve("pipe"), "Hello there.".getBytes(StandardCharsets.UTF_8));

        Shell.Finished finished = shell.run("speak", "-f", pipe.toString(), "-o", wav.toString(), "--no-play");

        assertThat(finished.exit()).as(finished.err()).isZero();
        assertThat(wav).isNotEmptyFile();
    }

    @Test
    void aFailedRunLeavesTheSubtitlesOfTheLastOne() throws IOException {
        Path subtitles = home.resolve("book.srt");
        shell.run("speak", "--no-play", "-o", wav.toString(), "--subtitles", subtitles.toString(), "Hello there.");
        String before = Files.readString(subtitles);

        Shell.Finished failed = shell.with("DASHSCOPE_API_KEY", "sk-wrong")
                .run("speak", "--no-play", "-o", wav.toString(), "--subtitles", subtitles.toString(), "Another text.");

        assertThat(failed.exit()).isEqualTo(4);
        assertThat(subtitles).hasContent(before);
    }

    @Test
    void aFullDiskIsToldOf() {
        PrintStream full = StandardOutput.to(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                },
                false);

        Shell.Finished finished = shell.runInto(full, "speak", "--list-voices");

        assertThat(finished.exit()).isEqualTo(1);
        assertThat(finished.err()).isEqualTo("voicebot: Cannot write to standard output: No space left on device.\n");
    }

    @Test
    void voicesAreListedWithLanguageSexAndEngine() throws IOException {
        Shell.Finished table = shell.run("speak", "--list-voices");
        JsonNode first = new ObjectMapper()
                .readTree(shell.run("speak", "--list-voices", "--json").lines().get(0));

        assertThat(table.lines().stream().map(line -> line.replaceAll(" +", " ")))
                .contains("longwan_v2 Chinese and English female cosyvoice-v2 learned")
                .contains("cmn Chinese (Mandarin, latin as English) male espeak-ng");
        assertThat(first.path("name").asText()).isEqualTo("longxiaochun_v2");
        assertThat(first.path("sex").asText()).isEqualTo("female");
    }

    @Test
    void theTextThatIsReadIsNeverWrittenOver() throws IOException {
        Path text = Files.writeString(shell.home().resolve("precious.md"), "Keep this.");

        assertUsage("contains the text", "-f", text.toString(), "-o", text.toString(), "--no-play");
        assertUsage("contains the text", "-f", text.toString(), "-o", "x.wav", "--subtitles", text.toString());
        assertUsage("the same file", "-o", "x.wav", "--subtitles", "./x.wav", "hello");

        assertThat(text).hasContent("Keep this.");
    }

    @Test
    void optionsThatDoNotGoTogetherAreTold() {
        assertUsage("--split needs -o FILE.", "--split", "x");
        assertUsage("--resume needs -o FILE.", "--resume", "x");
        assertUsage("--subtitles needs -o FILE.", "--subtitles", "x.srt", "x");
        assertUsage("--raw writes to stdout", "--raw", "-o", "x.wav", "x");
        assertUsage("--plain and --ssml exclude each other", "--plain", "--ssml", "x");
        assertUsage("--rate must be at most 2, got 9", "--rate", "9", "x");
        assertUsage("--pitch must be a number from 0.5 to 2, got high", "--pitch", "high", "x");
        assertUsage("--volume must be a whole number from 0 to 100, got 9.5", "--volume", "9.5", "x");
        assertUsage("TEXT must not be empty.", "-o", "-", "  ");
    }

    @Test
    void theEmbeddedVoiceReadsSsmlToo() {
        Shell bare = new Shell(home);

        Shell.Finished plain = bare.run("speak", "--raw", "one two");
        Shell.Finished paused = bare.run("speak", "--raw", "--ssml", "<speak>one <break time=\"2s\"/> two</speak>");

        assertThat(paused.bytes().length - plain.bytes().length).isGreaterThan(2 * RATE);
    }

    @Test
    void ssmlThatIsNotWellFormedIsRefused() {
        Shell.Finished finished = speak("--ssml", "<speak>one\n<break time=\"2s\"> two</speak>");

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err().lines()).hasSize(2);
        assertThat(finished.err())
                .endsWith("voicebot: The SSML is not well-formed in line 2: The element type \"break\" must be"
                        + " terminated by the matching end-tag \"</break>\".\n");
        assertThat(wav).doesNotExist();
        assertThat(ReadingProgress.besides(wav)).doesNotExist();
    }

    @Test
    void ssmlReadsNoOtherFile() throws IOException {
        Path secret = Files.writeString(home.resolve("secret"), "secret");

        Shell.Finished finished =
                speak("--ssml", "<!DOCTYPE s [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]><speak>&e;</speak>");

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err()).contains("voicebot: The SSML is not well-formed in line 1: DOCTYPE is disallowed");
    }

    private Shell.Finished speak(String... arguments) {
        List<String> all = new ArrayList<>(List.of("speak", "-o", wav.toString(), "--no-play"));
        all.addAll(List.of(arguments));
        return shell.run(all.toArray(String[]::new));
    }

    private void assertUsage(String message, String... options) {
        List<String> all = new ArrayList<>(List.of("speak"));
        all.addAll(List.of(options));

        Shell.Finished finished = shell.run(all.toArray(String[]::new));

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err()).contains(message);
    }

    private void drain(int tasks) throws InterruptedException {
        for (int i = 0; i < tasks; i++) {
            standIn.synthesis();
        }
    }

    private static Duration length(Path file) {
        try (WavReader reader = WavReader.open(file)) {
            return reader.length().orElseThrow();
        }
    }

    private static byte[] sound(Path file) {
        ByteArrayOutputStream sound = new ByteArrayOutputStream();
        try (WavReader reader = WavReader.open(file)) {
            for (Optional<PcmFrame> frame = reader.next(4096); frame.isPresent(); frame = reader.next(4096)) {
                sound.writeBytes(frame.get().littleEndian());
            }
        }
        return sound.toByteArray();
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
