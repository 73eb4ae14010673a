package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.Await;
import dev.voicebot.audio.Level;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavWriter;
import dev.voicebot.config.GivenSettings;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.talk.TalkStyle;
import dev.voicebot.terminal.KeyName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TalkTest {
    private static final String F2 = "\033OQ";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {F2, "\033[12~", "\0", " "})
    void aKeyStartsTalkingAndTheSameKeySendsWhatWasSaid(String key) throws Exception {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type(key);
            ScriptedSpeech.Take take = chat.speech.take();
            take.hear(Short.MAX_VALUE);
            chat.screen.await(rows -> String.join("", rows).matches(".*● rec 0:00 ▁*█+▁* ›.*"), "the level");
            assertThat(chat.turns.readied)
                    .describedAs("connections open while the user speaks")
                    .hasValue(1);
            Consumer<Transcript> updates = chat.speech.updates();
            updates.accept(ScriptedSpeech.partial("what is"));
            awaitRecording(chat, "what is");
            updates.accept(ScriptedSpeech.partial("what is the \033[31mtime"));
            awaitRecording(chat, "what is the time");

            chat.speech.said = "What is the time?";
            chat.type(key);

            assertThat(chat.turns.next().question).isEqualTo("What is the time?");
            assertThat(chat.turns.expected)
                    .describedAs("what was understood so far")
                    .contains("what is the time");
            chat.screen.awaitRows("hello", "", "› What is the time?", "", "thinking… ›");
            assertThat(take.closed.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** The time that has passed is the machine's affair, and so is how many levels were shown. */
    private static void awaitRecording(Chat chat, String line) {
        chat.screen.await(
                rows -> rows.stream().anyMatch(row -> row.matches("● rec \\d:\\d\\d [▁█]+ › ?" + Pattern.quote(line))),
                line + " behind the recording's state");
    }

    @Test
    void enterEndsTheTalkToo() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type(F2);
            chat.speech.updates();

            chat.speech.said = "hi";
            chat.type("\r");

            assertThat(chat.turns.next().question).isEqualTo("hi");
            assertThat(chat.turns.expected)
                    .describedAs("nothing was understood before")
                    .containsOnly("");
            assertThat(chat.turns.spoken)
                    .describedAs("the turn's time counts from its last word")
                    .hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\003", "\033"})
    void aCancelledTalkSendsNothing(String key) throws Exception {
        try (Chat chat = new Chat(folder, 60)) {
            chat.speech.said = "secret";
            chat.type(F2);
            ScriptedSpeech.Take take = chat.speech.take();
            chat.speech.updates().accept(ScriptedSpeech.partial("secr"));
            awaitRecording(chat, "secr");

            chat.type(key);

            chat.screen.awaitRows("hello", "", "›", "");
            assertThat(take.closed.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(chat.ask("typed").question).isEqualTo("typed");
        }
    }

    @Test
    void talkingInterruptsTheReply() {
        try (Chat chat = new Chat(folder, 60)) {
            ScriptedTurns.Turn turn = chat.ask("go on");
            turn.token("and on");
            chat.screen.awaitRow("and on");

            chat.type(F2);
            chat.speech.updates();

            chat.screen.awaitRows("and on", "[interrupted]");
            assertThat(turn.cancellation.isCancelled()).isTrue();
        }
    }

    @Test
    void nothingHeardIsSaid() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type(F2);
            chat.speech.updates();

            chat.type(F2);

            chat.screen.awaitRows("Didn't hear anything.", "›");
            assertThat(chat.turns.nothingAsked()).isTrue();
        }
    }

    @Test
    void wordsSpokenIntoABegunTextWaitForEnter() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("translate: " + F2);
            chat.speech.updates();

            chat.speech.said = "good morning";
            chat.type(F2);

            chat.screen.awaitRow("› translate: good morning");
            chat.type("\r");
            assertThat(chat.turns.next().question).isEqualTo("translate: good morning");
        }
    }

    @Test
    void withoutRecognitionTheReasonIsToldAndThePromptStays() throws Exception {
        try (Chat chat = new Chat(folder, 80)) {
            chat.speech.unavailable =
                    new AssistantException(FaultKind.CREDENTIALS, "talking needs a key: set DASHSCOPE_API_KEY");

            chat.type(F2);

            chat.screen.awaitRows("talking needs a key: set DASHSCOPE_API_KEY", "›");
            assertThat(chat.speech.takes).as("the microphone was opened").isEmpty();
            assertThat(chat.ask("typed").question).isEqualTo("typed");
        }
    }

    @Test
    void whatWasUnderstoodBeforeAFaultCanBeEdited() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.speech.fault = new AssistantException(FaultKind.SERVICE, "the connection broke: talk again");
            chat.type("/talk\r");
            chat.speech.updates().accept(ScriptedSpeech.partial("half a sent"));
            awaitRecording(chat, "half a sent");

            chat.type(F2);

            chat.screen.awaitRows("the connection broke: talk again", "› half a sent");
        }
    }

    @Test
    void leavingClosesTheMicrophone() throws Exception {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type(F2);
            ScriptedSpeech.Take take = chat.speech.take();
            chat.speech.updates();

            chat.type("\004");

            chat.awaitEnd();
            assertThat(take.closed.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void withoutAMicrophoneAndWithoutAKeyTheKeyIsToldFirst() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.speech.unavailable = new AssistantException(FaultKind.CREDENTIALS, "talking needs a key");
            chat.speech.noMicrophone = new AssistantException(FaultKind.AUDIO_DEVICE, "there is no microphone");

            chat.type(F2);
            chat.screen.awaitRows("talking needs a key", "›");

            chat.speech.unavailable = null;
            chat.type(F2);
            chat.screen.awaitRows("talking needs a key", "there is no microphone", "›");
        }
    }

    @Test
    void wordsGrowInTheMiddleOfATypedText() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("say  please\033[D\033[D\033[D\033[D\033[D\033[D\033[D" + F2);
            Consumer<Transcript> updates = chat.speech.updates();
            updates.accept(ScriptedSpeech.partial("good"));
            awaitRecording(chat, "say good please");
            updates.accept(ScriptedSpeech.partial("good morning"));
            awaitRecording(chat, "say good morning please");

            chat.type("\005!");
            updates.accept(ScriptedSpeech.partial("Good evening"));
            awaitRecording(chat, "say Good evening please!");
            chat.speech.said = "Good evening,";
            chat.type(F2);

            chat.screen.awaitRow("› say Good evening, please!");
            assertThat(chat.turns.nothingAsked()).isTrue();
        }
    }

    @Test
    void wordsChangedByHandAreKeptAndTheRestStandsBehindThem() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type(F2);
            Consumer<Transcript> updates = chat.speech.updates();
            updates.accept(ScriptedSpeech.partial("tell my"));
            awaitRecording(chat, "tell my");
            chat.type("\177e");
            awaitRecording(chat, "tell me");

            updates.accept(ScriptedSpeech.partial("tell my more"));

            awaitRecording(chat, "tell me more");
        }
    }

    @Test
    void chineseWordsAreJoinedWithoutASpace() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("请说" + F2);
            chat.speech.updates().accept(ScriptedSpeech.partial("你好"));

            awaitRecording(chat, "请说你好");
        }
    }

    @Test
    void enterSendsWhatIsTypedTogetherWithWhatIsSaid() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("translate:" + F2);
            chat.speech.updates();

            chat.speech.said = "good morning";
            chat.type("\r");

            assertThat(chat.turns.next().question).isEqualTo("translate: good morning");
        }
    }

    @Test
    void enterSendsWhatIsTypedThoughNothingWasSaid() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type(F2);
            chat.speech.updates();

            chat.type("typed\r");

            assertThat(chat.turns.next().question).isEqualTo("typed");
        }
    }

    @Test
    void whatWasSaidCanStayInTheLineToBeEdited() {
        TalkStyle edits = new TalkStyle(
                KeyName.all(List.of("f5")),
                false,
                GivenSettings.talk(Map.of("tail", Duration.ofMillis(1))),
                false,
                Chat.TAPS);
        try (Chat chat = new Chat(folder, 60, edits)) {
            chat.type("\033[15~");
            chat.speech.updates();
            chat.speech.said = "What is he time?";

            chat.type("\033[15~");
            chat.screen.awaitRow("› What is he time?");
            assertThat(chat.turns.nothingAsked()).isTrue();
            chat.type("\033[D\033[D\033[D\033[D\033[D\033[D\033[D\033[Dt\r");

            assertThat(chat.turns.next().question).isEqualTo("What is the time?");
        }
    }

    @Test
    void whatIsSaidStandsOnDiskWhileItIsSaidAndGoesWhenItWasRecognised() throws Exception {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type(F2);
            ScriptedSpeech.Take take = chat.speech.take();
            chat.speech.updates();
            take.hear(1000);
            take.hear(2000);
            Path file = awaitKept(0, 44 + 4 * PcmFrame.BYTES_PER_SAMPLE);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");

            chat.speech.said = "hi";
            chat.type(F2);

            chat.turns.next();
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void whatWasNotRecognisedCanBeSentAgainByTheNextProgram() throws Exception {
        try (Chat chat = new Chat(folder, 100)) {
            chat.speech.fault = new AssistantException(FaultKind.SERVICE, "the connection broke");
            chat.type(F2);
            chat.speech.updates();
            chat.speech.take().hear(1234);
            awaitKept(0, 44 + 2 * PcmFrame.BYTES_PER_SAMPLE);
            chat.type(F2);
            chat.screen.awaitRow("the connection broke Your recording was kept. /retry sends it again.");
        }
        try (Chat chat = new Chat(folder, 100)) {
            chat.speech.fault = new AssistantException(FaultKind.SERVICE, "still broken");
            chat.type("/retry\r");
            chat.screen.awaitRow("still broken Your recording was kept. /retry sends it again.");

            assertSentAgainOnce(chat);
        }
    }

    @Test
    void aTalkThatWasDroppedComesBackByRetryUntilTheNextOne() throws Exception {
        try (Chat chat = new Chat(folder, 100)) {
            chat.type(F2);
            chat.speech.updates();
            chat.speech.take().hear(1234);
            awaitKept(0, 44 + 2 * PcmFrame.BYTES_PER_SAMPLE);
            chat.type("\033");
            chat.screen.awaitRows("hello", "", "›", "");

            assertSentAgainOnce(chat);
        }
        assertThat(folder.resolve("state/talks")).isEmptyDirectory();
    }

    @Test
    void whatACrashLeftIsAnnounced() throws Exception {
        Path talks = Files.createDirectories(folder.resolve("state/talks"));
        try (WavWriter file = WavWriter.createNew(talks.resolve("20260101_120000_000-999999999.wav"), 16_000)) {
            file.write(new PcmFrame(new short[] {0, 1234}, 16_000));
        }

        try (Chat chat = new Chat(folder, 100)) {
            chat.screen.awaitRows(
                    "hello", "A recording from an earlier chat was not recognized. /retry sends it again.", "", "›");
            assertSentAgainOnce(chat);
        }
    }

    @Test
    void retryAsksTheLastQuestionAgainWhenItFailedOrNothingDid() {
        try (Chat chat = new Chat(folder, 100)) {
            chat.ask("what is one").end(new AssistantException(FaultKind.SERVICE, "The connection broke."));
            chat.screen.awaitRows("The connection broke.", "", "›");

            chat.type("/retry\r");
            ScriptedTurns.Turn again = chat.turns.next();
            assertThat(again.question).isEqualTo("what is one");
            again.token("one");
            again.end();
            chat.screen.awaitRows("one", "", "›");

            chat.type("/retry\r");
            assertThat(chat.turns.next().question).isEqualTo("what is one");
        }
    }

    /** What was said is the samples 0 and 1234. */
    private static void assertSentAgainOnce(Chat chat) {
        chat.speech.fault = null;
        chat.speech.said = "what I said";
        chat.type("/retry\r");

        assertThat(chat.turns.next().question).isEqualTo("what I said");
        assertThat(chat.speech.heard.get(0).samples()).containsExactly(0, 1234);
        chat.type("/retry\r");
        chat.screen.awaitRow("Nothing to retry.");
    }

    @Test
    void inAPrivateTalkTheSoundStaysInMemoryAndCanBeSentAgain() throws Exception {
        try (Chat chat = Chat.keepingNothing(folder, 100)) {
            chat.speech.fault = new AssistantException(FaultKind.SERVICE, "the connection broke");
            chat.type(F2);
            chat.speech.updates();
            chat.speech.take().hear(1234);
            awaitHeard(chat, 1234);
            chat.type(F2);
            chat.screen.awaitRow("the connection broke Your recording was kept. /retry sends it again.");
            try (Stream<Path> files = Files.walk(folder)) {
                assertThat(files.filter(file -> file.toString().endsWith(".wav")))
                        .isEmpty();
            }

            assertSentAgainOnce(chat);
        }
    }

    @Test
    void aPartOfATalkThatBrokeIsNotSentAlongWithRetry() throws Exception {
        try (Chat chat = new Chat(folder, 100)) {
            chat.speech.fault = new AssistantException(FaultKind.SERVICE, "the connection broke");
            chat.type(F2);
            Consumer<Transcript> updates = chat.speech.updates();
            chat.speech.take().hear(1234);
            awaitHeard(chat, 1234);
            updates.accept(new Transcript(List.of(), "what I"));
            chat.type(F2);
            chat.screen.awaitRow("the connection broke Your recording was kept. /retry sends it again.");

            assertSentAgainOnce(chat);
        }
    }

    @Test
    void aMutedMicrophoneIsToldWhileTalking() {
        try (Chat chat = new Chat(folder, 100)) {
            chat.type(F2);
            chat.speech.take().hear(PcmFrame.silence(Duration.ofSeconds(3), 16000));

            chat.screen.awaitRow("The microphone is silent: it may be muted, or this terminal may lack permission.");
        }
    }

    @Test
    void aMutedMicrophoneIsTheReasonWhyNothingWasHeard() {
        try (Chat chat = new Chat(folder, 100)) {
            chat.type(F2);
            chat.speech.take().hear(0);
            chat.speech.updates();

            chat.type(F2);

            chat.screen.awaitRows(
                    "The microphone is silent: it may be muted, or this terminal may lack permission.",
                    "Didn't hear anything.");
        }
    }

    @Test
    void onlyTheLastThreeThatWereNotRecognisedAreKept() throws Exception {
        Path talks = Files.createDirectories(folder.resolve("state/talks"));
        for (int second = 0; second < 4; second++) {
            Files.createFile(talks.resolve("20260101_00000" + second + "_000-999999999.wav"));
        }
        Path others = Files.createFile(talks.resolve("20260101_000000_000-1.wav")); // a running program's
        try (Chat chat = new Chat(folder, 100)) {
            chat.speech.fault = new AssistantException(FaultKind.SERVICE, "the connection broke");
            chat.type(F2);
            chat.speech.updates();
            chat.speech.take().hear(1234);
            awaitKept(5, 44 + 2 * PcmFrame.BYTES_PER_SAMPLE);
            chat.type(F2);
            chat.screen.awaitRow("the connection broke Your recording was kept. /retry sends it again.");
        }

        assertThat(kept())
                .hasSize(4)
                .contains(others)
                .noneMatch(file -> file.toString().contains("_000000_000-9"));
    }

    @Test
    void theSoundIsKeptWhenTheServiceFailsInTheMiddleOfATalk() throws Exception {
        try (Chat chat = new Chat(folder, 100)) {
            chat.speech.faultAtOnce = new AssistantException(FaultKind.SERVICE, "the connection broke");
            chat.type(F2);
            ScriptedSpeech.Take take = chat.speech.take();
            take.hear(1);
            chat.screen.await(
                    rows -> rows.stream().anyMatch(row -> row.endsWith("offline, still recording ›")),
                    "offline, still recording");

            take.hear(2);
            awaitKept(0, 44 + 4 * PcmFrame.BYTES_PER_SAMPLE);
            chat.type(F2);

            chat.screen.awaitRow("the connection broke Your recording was kept. /retry sends it again.");
        }
    }

    @Test
    void aMicrophoneThatIsUnpluggedEndsTheTalkAndWhatWasSaidIsUnderstood() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.type(F2);
            ScriptedSpeech.Take take = chat.speech.take();
            chat.speech.updates();
            chat.speech.said = "half of it";
            take.hear(1);

            take.die(new AssistantException(FaultKind.AUDIO_DEVICE, "the microphone is gone"));

            assertThat(chat.turns.next().question).isEqualTo("half of it");
            chat.screen.awaitRows("the microphone is gone", "› half of it");
        }
    }

    @Test
    void theMicrophoneStaysOpenForTheTail() {
        TalkStyle longTail = new TalkStyle(
                KeyName.all(List.of("f2")),
                true,
                GivenSettings.talk(Map.of("tail", Duration.ofDays(1))),
                false,
                Chat.TAPS);
        try (Chat chat = new Chat(folder, 60, longTail)) {
            chat.type(F2);
            ScriptedSpeech.Take take = chat.speech.take();
            chat.speech.updates();

            chat.type(F2);
            chat.screen.awaitRow("recognizing… ›");
            take.hear(7);

            awaitHeard(chat, 7);
            assertThat(take.stopped.getCount()).isEqualTo(1);
        }
    }

    @Test
    void aTalkCanSoundAtItsBeginningAndItsEnd() {
        TalkStyle sounds = new TalkStyle(
                KeyName.all(List.of("f2")),
                true,
                GivenSettings.talk(Map.of("tail", Duration.ofMillis(1), "sounds", true)),
                false,
                Chat.TAPS);
        try (Chat chat = new Chat(folder, 60, sounds)) {
            chat.type(F2);
            chat.speech.updates();
            PcmFrame begin = ScriptedTurns.takeFrom(chat.speech.chimes);

            chat.type(F2);

            PcmFrame end = ScriptedTurns.takeFrom(chat.speech.chimes);
            assertThat(begin.length()).isLessThan(Duration.ofMillis(100));
            assertThat(Level.of(begin).peak()).isBetween(0.01, 0.1);
            assertThat(end.samples()).isNotEqualTo(begin.samples());
        }
    }

    private static void awaitHeard(Chat chat, int sample) {
        await("the sound", () -> chat.speech.heard.stream().anyMatch(frame -> frame.samples()[1] == sample));
    }

    private Path awaitKept(int before, long bytes) throws IOException {
        await(
                "the kept sound",
                () -> kept().size() == before + 1
                        && kept().stream().anyMatch(file -> file.toFile().length() == bytes));
        return kept().get(0);
    }

    private List<Path> kept() {
        Path talks = folder.resolve("state/talks");
        if (!Files.isDirectory(talks)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(talks)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(String what, BooleanSupplier there) {
        Await.until(what, there::getAsBoolean);
    }
}
