package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.turn.TurnEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ChatScreenTest {
    @TempDir
    Path folder;

    @Test
    void aLineThatComesUpAtAnyTimeIsShownAboveThePrompt() {
        try (Chat chat = new Chat(folder, 80)) {
            Objects.requireNonNull(chat.notices.get()).accept("example.org does not offer a. Using b instead.");

            chat.screen.awaitRows("hello", "", "example.org does not offer a. Using b instead.", "›");
        }
    }

    @Test
    void tokensAppearAboveThePromptWhileTypingAheadIsKept() {
        try (Chat chat = new Chat(folder, 60)) {
            ScriptedTurns.Turn turn = chat.ask("hi there");
            assertThat(turn.question).isEqualTo("hi there");
            chat.screen.awaitRows("› hi there", "", "thinking… ›");

            chat.type("next quest");
            turn.token("One ");
            turn.token("two");
            chat.screen.awaitRows("› hi there", "", "One two", "writing… › next quest");
            turn.event(new TurnEvent.SpeechBegan());
            turn.token(" three.\nFour");
            chat.type("ion");
            chat.screen.awaitRows("› hi there", "", "One two three.", "Four", "speaking › next question");

            turn.event(new TurnEvent.TextWhole());
            turn.event(Ended.saved(Path.of("output_wavs/20260102_030405.wav")));
            turn.end();
            chat.screen.awaitRows("Four", "saved output_wavs/20260102_030405.wav", "", "› next question");
        }
    }

    @Test
    void ctrlCStopsTheReplyAndKeepsWhatWasTyped() {
        try (Chat chat = new Chat(folder, 60)) {
            ScriptedTurns.Turn turn = chat.ask("go on");
            turn.token("and on and");
            chat.type("typed");
            chat.screen.awaitRows("and on and", "writing… › typed");

            chat.type("\003");
            chat.screen.awaitRows("› go on", "", "and on and", "[interrupted]", "", "› typed");
            turn.token(" LATE");

            assertThat(turn.cancellation.isCancelled()).isTrue();
            chat.type("\025");
            ScriptedTurns.Turn second = chat.ask("again");
            second.token("fine");
            chat.screen.awaitRow("fine");
            assertThat(chat.screen.received()).doesNotContain("LATE");
        }
    }

    @Test
    void escapeStopsTheReplyToo() {
        try (Chat chat = new Chat(folder, 60)) {
            ScriptedTurns.Turn turn = chat.ask("go on");
            turn.token("and on");
            chat.screen.awaitRow("and on");

            chat.type("\033");

            chat.screen.awaitRows("and on", "[interrupted]");
            assertThat(turn.cancellation.isCancelled()).isTrue();
        }
    }

    @Test
    void anInterruptFromOutsideStopsTheReplyAndNotTheScreen() {
        try (Chat chat = new Chat(folder, 60)) {
            ScriptedTurns.Turn turn = chat.ask("go on");
            turn.token("and on");
            chat.screen.awaitRow("and on");

            chat.screen.terminal().raise(Terminal.Signal.INT);

            chat.screen.awaitRows("and on", "[interrupted]", "", "›");
        }
    }

    @Test
    void aNewQuestionInterruptsTheReply() {
        try (Chat chat = new Chat(folder, 60)) {
            ScriptedTurns.Turn first = chat.ask("one");
            first.token("the first");
            chat.screen.awaitRow("the first");

            ScriptedTurns.Turn second = chat.ask("two");
            second.token("the second");

            chat.screen.awaitRows(
                    "› one", "", "the first", "[interrupted]", "", "› two", "", "the second", "writing… ›");
            assertThat(first.cancellation.isCancelled()).isTrue();
        }
    }

    @Test
    void ctrlCAtAnIdlePromptClearsTheLineThenTellsHowToLeave() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("some text");
            chat.screen.awaitRow("› some text");

            chat.type("\003");
            chat.screen.awaitGone("› some text");
            chat.type("\003");

            chat.screen.awaitRows("Press Ctrl-C again to exit.", "›");
        }
    }

    @Test
    void ctrlCOnceBeforeAndOnceAfterALineDoesNotLeave() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("\003/copy\r\003");

            assertThat(chat.ask("still here").question).isEqualTo("still here");
        }
    }

    @Test
    void ctrlCTwiceAtAnEmptyPromptLeaves() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("\003\003");

            chat.awaitEnd();
        }
    }

    @Test
    void ctrlDLeavesAndStopsTheReply() throws Exception {
        try (Chat chat = new Chat(folder, 60)) {
            ScriptedTurns.Turn turn = chat.ask("go on");
            turn.token("and on");
            chat.screen.awaitRow("and on");

            chat.type("\004");
            chat.awaitEnd();

            assertThat(turn.cancellation.isCancelled()).isTrue();
            chat.screen.awaitRows("› go on", "", "and on", "[interrupted]", "", "");
            assertThat(chat.screen.received()).endsWith("\033[?2004l");
            assertThat(chat.screen.terminal().getAttributes().getLocalFlag(LocalFlag.ICANON))
                    .isTrue();
            assertThat(turn.threadEnds()).isTrue();
        }
    }

    @Test
    void quitLeaves() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("/quit\r");

            chat.awaitEnd();
        }
    }

    @Test
    void aFaultOfTheTurnIsOneRow() {
        try (Chat chat = new Chat(folder, 80)) {
            ScriptedTurns.Turn turn = chat.ask("hi");
            turn.token("Well, ");
            turn.end(new AssistantException(FaultKind.SERVICE, "the service is away: try again"));

            chat.screen.awaitRows("Well,", "the service is away: try again", "", "›");
        }
    }

    @Test
    void aNoticeWaitsForTheEndOfTheText() {
        try (Chat chat = new Chat(folder, 60)) {
            ScriptedTurns.Turn turn = chat.ask("hi");
            turn.token("in the middle of");
            turn.event(new TurnEvent.Notice("no speaker:\nreplies are saved only"));
            turn.token(" a sentence");
            turn.event(new TurnEvent.TextWhole());

            chat.screen.awaitRows("in the middle of a sentence", "no speaker: replies are saved only", "writing… ›");
        }
    }

    @Test
    void escapeSequencesOfTheModelDoNotReachTheTerminal() {
        try (Chat chat = new Chat(folder, 60)) {
            ScriptedTurns.Turn turn = chat.ask("paint");
            turn.token("a\033]0;stolen title\007b\033");
            turn.token("[2Jc\u202ed");
            turn.event(new TurnEvent.Notice("e\033[31mf"));
            turn.event(new TurnEvent.TextWhole());

            chat.screen.awaitRows("abcd", "ef");
            assertThat(chat.screen.received()).doesNotContain("stolen", "\033[2J", "\u202e", "\033[31m");
        }
    }

    @Test
    void chineseWrapsInItsColumns() {
        try (Chat chat = new Chat(folder, 20)) {
            ScriptedTurns.Turn turn = chat.ask("你好");
            turn.token("一二三四五六七八九");
            turn.token("十甲乙丙，丁");

            chat.screen.awaitRows("› 你好", "", "一二三四五六七八九十", "甲乙丙，丁", "writing… ›");
        }
    }

    @Test
    void aWideCharacterInTheLastColumnOfTheLineStaysWhole() {
        try (Chat chat = new Chat(folder, 20)) {
            chat.type("一二三四五六七八九");
            chat.screen.awaitRow("› 一二三四五六七八九");
            chat.type("十甲乙");
            chat.screen.awaitRows("› 一二三四五六七八九", "十甲乙");

            chat.type("\177\177\177\177");

            chat.screen.awaitRows("", "› 一二三四五六七八", "");
        }
    }

    @Test
    void aPasteOfTwoLinesIsOneText() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("\033[200~first\rsecond\033[201~");
            chat.screen.awaitRows("› first", "  second");
            assertThat(chat.turns.nothingAsked()).isTrue();

            chat.type("\r");

            assertThat(chat.turns.next().question).isEqualTo("first\nsecond");
            chat.screen.awaitRows("› first", "  second", "", "thinking… ›");
        }
    }

    @Test
    void altEnterBeginsANewLine() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("first\033\rsecond\r");

            assertThat(chat.turns.next().question).isEqualTo("first\nsecond");
        }
    }

    @Test
    void backslashesQuotesAndExclamationMarksAreText() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("it's \"50% \\n\" !! \\\r");

            assertThat(chat.turns.next().question).isEqualTo("it's \"50% \\n\" !! \\");
            chat.screen.awaitRow("› it's \"50% \\n\" !! \\");
        }
    }

    @Test
    void percentSignsOfTheReplyStay() {
        try (Chat chat = new Chat(folder, 60)) {
            ScriptedTurns.Turn turn = chat.ask("how much?");
            turn.token("100%P %{all%}");

            chat.screen.awaitRows("100%P %{all%}", "writing… ›");
        }
    }

    @Test
    void arrowKeysOfBothFormsMoveInTheLine() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("ad\033[Db\033OCe\033ODc\033[H0\033OF!\r");

            assertThat(chat.turns.next().question).isEqualTo("0abdce!");
        }
    }

    @Test
    void questionsAreKeptForTheNextScreen() throws Exception {
        Path history = folder.resolve("state/history");
        try (Chat chat = new Chat(folder, 60)) {
            chat.ask("first question").end();
            chat.type("\033[200~ secret\033[201~\r");
            chat.turns.next().end();
            chat.type("\004");
            chat.awaitEnd();
        }

        assertThat(Files.readString(history)).contains("first question").doesNotContain("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("\033[A");
            chat.screen.awaitRow("› first question");
            chat.type("\003\022st q");
            chat.screen.await(rows -> rows.stream().anyMatch(row -> row.contains("bck-i-search: st q")), "a search");
            chat.type("\r");
            assertThat(chat.turns.next().question).isEqualTo("first question");
        }
    }

    @Test
    void aHistoryFileThatCannotBeMadeIsToldAndNothingElseFails() throws Exception {
        Files.writeString(folder.resolve("state"), "a file where the folder should be");

        try (Chat chat = new Chat(folder, 200)) {
            chat.screen.await(
                    rows -> rows.stream().anyMatch(row -> row.startsWith("Prompt history is off: ")), "a notice");
            assertThat(chat.ask("hi").question).isEqualTo("hi");
        }
    }

    @Test
    void aSlashCommandIsCompletedByTab() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("/cl\t");
            chat.screen.awaitRow("› /clear");

            chat.type("\r");

            chat.screen.awaitGone("hello");
            chat.ask("x").end();
            assertThat(chat.turns.cleared).hasValue(1);
        }
    }

    @Test
    void helpNamesCommandsAndKeys() {
        try (Chat chat = new Chat(folder, 100)) {
            chat.type("/help all\r");

            chat.screen.awaitRow(
                    "talk                 F2, Ctrl-Space, Space on an empty line: tap, speak, tap again; or hold it");
            assertThat(chat.screen.received())
                    .contains("/mute                turn spoken replies on or off, starting with the next reply");
        }
    }

    @Test
    void helpForOneCommandTellsItsArgumentAndItsValues() {
        try (Chat chat = new Chat(folder, 100)) {
            chat.type("/help help\r");

            chat.screen.awaitRows(
                    "/help [COMMAND]      list commands and keys",
                    "/help all lists everything.",
                    "all                  every command and key",
                    "talk                 start or stop talking");
        }
    }

    @Test
    void tabCompletesTheArgumentOfACommand() {
        try (Chat chat = new Chat(folder, 100)) {
            chat.type("/help mu\t\r");

            chat.screen.awaitRows(
                    "/mute                turn spoken replies on or off, starting with the next reply", "");
        }
    }

    @Test
    void aCommandThatTakesNothingDoesNotRunWithMore() {
        try (Chat chat = new Chat(folder, 100)) {
            chat.type("/quit smoking: how?\r");

            chat.screen.awaitRow("/quit takes no argument. (To send text that starts with /, type //.)");
        }
    }

    @Test
    void aBeginningOfACommandNamesTheWholeOne() {
        try (Chat chat = new Chat(folder, 120)) {
            chat.type("/mu\r");

            chat.screen.awaitRow(
                    "Unknown command /mu. Did you mean /mute? (To send text that starts with /, type" + " //.)");
        }
    }

    @Test
    void muteTogglesTheSpeech() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("/mute\r");
            chat.screen.awaitRow("Replies are not spoken.");
            assertThat(chat.turns.speaks()).isFalse();

            chat.type("/mute\r");

            chat.screen.awaitRow("Replies are spoken.");
        }
    }

    @Test
    void anUnknownCommandNamesTheNearest() {
        try (Chat chat = new Chat(folder, 120)) {
            chat.type("/hlep me\r");

            chat.screen.awaitRow(
                    "Unknown command /hlep. Did you mean /help? (To send text that starts with /, type" + " //.)");
            assertThat(chat.turns.nothingAsked()).isTrue();
        }
    }

    @Test
    void twoSlashesSendOne() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.type("//etc is what?\r");

            assertThat(chat.turns.next().question).isEqualTo("/etc is what?");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 90})
    void aResizeLeavesNoCopyAndTakesNothingAway(int columns) {
        try (Chat chat = new Chat(folder, 60)) {
            ScriptedTurns.Turn turn = chat.ask("talk");
            turn.token("first row\nand the second");
            chat.type("typed");
            chat.screen.awaitRows("and the second", "writing… › typed");

            chat.screen.resize(columns, 24);
            turn.token(" row");

            chat.screen.awaitRows("hello", "", "› talk", "", "first row", "and the second row", "writing… › typed", "");
        }
    }

    @Test
    void aResizeInMidReplyWrapsAnew() {
        try (Chat chat = new Chat(folder, 60)) {
            ScriptedTurns.Turn turn = chat.ask("talk");
            turn.token("one two three four five six");
            chat.screen.awaitRow("one two three four five six");

            chat.screen.resize(20, 24);
            turn.token(" seven");
            turn.event(new TurnEvent.TextWhole());

            chat.screen.awaitRows("one two three four", "five six seven", "writing… ›");
        }
    }
}
