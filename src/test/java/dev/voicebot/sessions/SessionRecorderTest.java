package dev.voicebot.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.chat.ChatUsage;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.Utterance;
import dev.voicebot.turn.TurnRecord;
import dev.voicebot.turn.TurnRecord.End;
import dev.voicebot.turn.TurnRecord.Piece;
import dev.voicebot.turn.TurnRecord.Spoken;
import dev.voicebot.turn.TurnRecord.Written;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionRecorderTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T09:53:12.345Z"), ZoneOffset.UTC);

    @TempDir
    private Path data;

    @Test
    void aTurnIsOneLineWithAllThatBelongsToIt() throws IOException {
        SessionRecorder recorder = recorder();

        recorder.asked("你好 there?");
        recorder.ended(new TurnRecord(
                "你好 there?",
                new Written(
                        "qwen-plus",
                        "Hello. Bye.",
                        List.of(piece(100, "Hel"), piece(110, "lo."), piece(300, " Bye.")),
                        new ChatUsage(12, 7),
                        ChatUsage.NONE),
                new Spoken(
                        "cosyvoice-v2",
                        "longxiaochun_v2",
                        11,
                        Optional.of(Duration.ofMillis(420)),
                        Optional.of(Path.of("/wavs/1.wav"))),
                new End(End.Kind.WHOLE, "Hello. Bye.", "", Duration.ofMillis(2000))));

        List<String> lines = Files.readAllLines(onlyFile());
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("{\"session\":\"" + recorder.id().orElseThrow() + "\"");
        assertThat(lines.get(1))
                .isEqualTo("{\"turn\":1,\"asked\":\"2026-11-25T09:53:12.345Z\",\"question\":\"你好 there?\","
                        + "\"reply\":\"Hello. Bye.\",\"end\":\"whole\",\"heard\":\"Hello. Bye.\",\"after_ms\":2000,"
                        + "\"model\":\"qwen-plus\","
                        + "\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":7,\"characters\":11},"
                        + "\"engine\":\"cosyvoice-v2\",\"voice\":\"longxiaochun_v2\",\"sound_began_ms\":420,"
                        + "\"wav\":\"/wavs/1.wav\",\"tokens\":[[100,\"Hello.\"],[300,\" Bye.\"]]}");
    }

    @Test
    void whereALongReplyWasShortenedIsKept() throws IOException {
        SessionRecorder recorder = recorder();

        recorder.asked("q");
        recorder.ended(new TurnRecord(
                "q",
                new Written("model", "Said. Not said.", List.of(), ChatUsage.NONE, ChatUsage.NONE),
                new Spoken("e", "v", 5, Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.of(6)),
                new End(End.Kind.WHOLE, "Said. Not said.", "", Duration.ofSeconds(1))));

        assertThat(Files.readString(onlyFile())).contains(",\"shortened_at\":6,");
        assertThat(onlySession().turns().get(0).sound().shortenedAt()).hasValue(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "\"6\"", "99999999999", "null"})
    void aPlaceThatIsNoneCountsAsNotShortened(String place) throws IOException {
        SessionRecorder recorder = recorder();
        say(recorder, "q", "a");
        Path file = onlyFile();
        Files.writeString(
                file, Files.readString(file).replace("\"tokens\"", "\"shortened_at\":" + place + ",\"tokens\""));

        assertThat(onlySession().turns().get(0).sound().shortenedAt()).isEmpty();
    }

    @Test
    void namesAreShortSortableAndTheOwnersAlone() throws IOException {
        SessionRecorder recorder = recorder();

        say(recorder, "hi", "hello");

        assertThat(recorder.id().orElseThrow()).matches("20261125-0953-[a-z2-9]{3}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(onlyFile())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("sessions"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aQuestionIsOnTheDiskBeforeItIsAnswered() {
        SessionRecorder recorder = recorder();

        recorder.asked("what was said");

        SavedTurn turn = onlySession().turns().get(0);
        assertThat(turn.asked()).isEqualTo("what was said");
        assertThat(turn.reply().end()).isEqualTo(SavedTurn.End.CUT);
    }

    @Test
    void aReplyIsOnTheDiskAsFarAsItHasGrown() {
        SessionRecorder recorder = recorder();

        recorder.asked("q");
        recorder.grew(turn("q", "half of i", End.Kind.RUNNING));

        SavedSession session = onlySession();
        assertThat(session.turns()).singleElement().satisfies(turn -> {
            assertThat(turn.answered()).isEqualTo("half of i");
            assertThat(turn.reply().end()).isEqualTo(SavedTurn.End.CUT);
        });
        assertThat(session.remembered(10)).hasSize(1);
    }

    /** Where a kill in the middle of writing may have cut the last line. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.7, 0.9, 0.99})
    void aTornLastLineLosesNoOtherTurnAndIsRepaired(double part) throws IOException {
        SessionRecorder recorder = recorder();
        say(recorder, "one", "first answer");
        recorder.asked("二的问题");
        recorder.ended(turn("二的问题", "第二个回答", End.Kind.WHOLE));
        recorder.close();
        Path file = onlyFile();
        byte[] whole = Files.readAllBytes(file);
        int begin = new String(whole, StandardCharsets.UTF_8).lastIndexOf("{\"turn\"");
        int bytesBefore =
                new String(whole, StandardCharsets.UTF_8).substring(0, begin).getBytes(StandardCharsets.UTF_8).length;
        Files.write(file, Arrays.copyOf(whole, bytesBefore + (int) ((whole.length - bytesBefore) * part)));

        SavedSession torn = onlySession();
        SessionRecorder next = recorder();
        next.resume(torn);
        say(next, "three", "third answer");

        List<SavedTurn> turns = onlySession().turns();
        assertThat(turns.get(0).answered()).isEqualTo("first answer");
        assertThat(turns.get(turns.size() - 1).answered()).isEqualTo("third answer");
        assertThat(Files.readAllLines(file)).allSatisfy(line -> assertThat(line).endsWith("}"));
        if (part >= 0.5) {
            assertThat(turns.get(1).asked()).isEqualTo("二的问题");
        }
    }

    @Test
    void aResumedSessionGoesOnInItsFile() throws IOException {
        SessionRecorder first = recorder();
        say(first, "one", "1");
        first.close();

        SessionRecorder second = recorder();
        boolean isCopy = second.resume(onlySession());
        say(second, "two", "2");

        assertThat(isCopy).isFalse();
        assertThat(onlySession().turns()).extracting(SavedTurn::number).containsExactly(1, 2);
        assertThat(Files.readAllLines(onlyFile())).hasSize(3);
    }

    @Test
    void aSessionThatIsOpenInAnotherChatGoesOnInACopy() {
        SessionRecorder first = recorder();
        say(first, "one", "1");

        SessionRecorder second = recorder();
        boolean isCopy = second.resume(onlySession());
        say(second, "two here", "2");
        say(first, "two there", "2");

        assertThat(isCopy).isTrue();
        assertThat(questions(first)).containsExactly("one", "two there");
        assertThat(questions(second)).containsExactly("one", "two here");
    }

    @Test
    void turnsOfAResumedSessionCanBeTakenBackAndTheirNumbersStayTaken() throws IOException {
        SessionRecorder first = recorder();
        say(first, "one", "1");
        say(first, "two", "2");
        first.close();

        SessionRecorder second = recorder();
        second.resume(onlySession());
        assertThat(second.resume(onlySession())).isFalse();
        second.undone();
        say(second, "three", "3");

        assertThat(onlySession().turns()).extracting(SavedTurn::number).containsExactly(1, 3);
        assertThat(questions(second)).containsExactly("one", "three");
    }

    @Test
    void aNewConversationLeavesTheOneBeforeToOthers() {
        SessionRecorder first = recorder();
        say(first, "one", "1");
        SavedSession before = onlySession();

        first.startNew();
        first.undone();

        assertThat(first.id()).isEmpty();
        assertThat(recorder().resume(before)).isFalse();
        assertThat(onlySession().turns()).hasSize(1);
    }

    @Test
    void aTurnThatIsTakenBackIsInNoReading() throws IOException {
        SessionRecorder recorder = recorder();
        say(recorder, "one", "1");
        say(recorder, "two", "2");

        recorder.undone();
        say(recorder, "three", "3");
        recorder.undone();
        recorder.undone();

        assertThat(onlySession().turns()).isEmpty();
        assertThat(folder().list()).isEmpty();
        assertThat(Files.readAllLines(onlyFile())).contains("{\"undo\":2}", "{\"undo\":3}", "{\"undo\":1}");
    }

    @Test
    void aFailedTurnIsKeptButNotTakenBack() {
        SessionRecorder recorder = recorder();
        say(recorder, "one", "1");
        recorder.asked("two");
        recorder.ended(turn("two", "", End.Kind.FAILED));

        recorder.undone();

        assertThat(onlySession().turns()).extracting(SavedTurn::asked).containsExactly("two");
    }

    @Test
    void aQuestionThatWasSpokenIsKeptWithItsTalk() {
        SessionRecorder recorder = recorder();
        recorder.heard(new Utterance(
                Duration.ofMillis(1500),
                List.of(new Utterance.Partial(Duration.ofMillis(700), "what is")),
                "what is  it"));

        say(recorder, "Please: what is it?", "that");
        say(recorder, "and typed?", "yes");

        List<SavedTurn> turns = onlySession().turns();
        assertThat(turns.get(0).question().talk()).hasValueSatisfying(talk -> {
            assertThat(talk.sound()).isEqualTo(Duration.ofMillis(1500));
            assertThat(talk.partials()).containsExactly(new SavedTurn.TimedText(Duration.ofMillis(700), "what is"));
        });
        assertThat(turns.get(1).question().talk()).isEmpty();
    }

    @Test
    void aNewConversationIsANewFile() {
        SessionRecorder recorder = recorder();
        say(recorder, "one", "1");

        recorder.forgotten();
        assertThat(recorder.id()).isEmpty();
        say(recorder, "two", "2");

        assertThat(folder().list()).hasSize(2);
        assertThat(questions(recorder)).containsExactly("two");
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        Files.createFile(data.resolve("sessions"));

        assertThatThrownBy(() -> recorder().asked("q")).isInstanceOfSatisfying(AssistantException.class, e -> {
            assertThat(e.kind()).isEqualTo(FaultKind.FAILED);
            assertThat(e.userMessage()).contains("sessions");
        });
    }

    @Test
    void aTurnThatCouldNotBeBegunIsKeptWhenItEndsIfThatIsPossible() throws IOException {
        SessionRecorder recorder = recorder();
        Path obstacle = Files.createFile(data.resolve("sessions"));
        assertThatThrownBy(() -> recorder.asked("one")).isInstanceOf(AssistantException.class);
        recorder.ended(turn("one", "1", End.Kind.WHOLE));
        Files.delete(obstacle);

        say(recorder, "two", "2");

        assertThat(onlySession().turns()).extracting(SavedTurn::asked).containsExactly("two");
    }

    @Test
    void twoThatBeginInTheSameMinuteNeverShareAFile() {
        Random alike = new Random(7);
        Random again = new Random(7);
        SessionRecorder first =
                new SessionRecorder(new SessionFolder(data.resolve("sessions"), CLOCK, alike), () -> "");
        SessionRecorder second =
                new SessionRecorder(new SessionFolder(data.resolve("sessions"), CLOCK, again), () -> "");

        say(first, "one", "1");
        say(second, "two", "2");

        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(folder().list()).hasSize(2);
    }

    private List<String> questions(SessionRecorder recorder) {
        return folder().find(recorder.id().orElseThrow()).turns().stream()
                .map(SavedTurn::asked)
                .toList();
    }

    private SessionRecorder recorder() {
        return new SessionRecorder(folder(), () -> "chat: test");
    }

    private SessionFolder folder() {
        return new SessionFolder(data.resolve("sessions"), CLOCK);
    }

    private SavedSession onlySession() {
        return folder().find(SessionFolder.idOf(onlyFile()));
    }

    private Path onlyFile() {
        assertThat(folder().ids()).hasSize(1);
        return data.resolve("sessions").resolve(folder().ids().get(0) + ".jsonl");
    }

    private static void say(SessionRecorder recorder, String question, String answer) {
        recorder.asked(question);
        recorder.ended(turn(question, answer, End.Kind.WHOLE));
    }

    private static TurnRecord turn(String question, String answer, End.Kind kind) {
        return new TurnRecord(
                question,
                new Written("model", answer, List.of(piece(50, answer)), ChatUsage.NONE, ChatUsage.NONE),
                Spoken.NONE,
                new End(kind, kind == End.Kind.WHOLE ? answer : "", "", Duration.ofSeconds(1)));
    }

    private static Piece piece(long millis, String text) {
        return new Piece(Duration.ofMillis(millis), text);
    }
}
