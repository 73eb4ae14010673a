package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.turn.TurnEvent;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jline.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The chat for screen readers and dumb terminals. */
@Timeout(60)
class PlainTest {
    @TempDir
    Path folder;

    @Test
    void aTurnIsLinesInTheirOrder() {
        try (Chat chat = new Chat(folder, 60, Chat.PLAIN)) {
            chat.typeLine("hi there");
            ScriptedTurns.Turn turn = chat.turns.next();
            assertThat(turn.question).isEqualTo("hi there");
            chat.screen.awaitRows("hello", "", "hi there", "thinking");

            turn.token("# One **two**\nthr");
            turn.event(new TurnEvent.SpeechBegan());
            turn.token("ee");
            turn.event(new TurnEvent.TextWhole());
            turn.end();

            chat.screen.awaitRows("thinking", "Heading level 1: One two", "speaking", "three", "ready");
        }
    }

    @Test
    void nothingIsDrawnAnewNorColouredNorMoved() {
        try (Chat chat = new Chat(folder, 60, Chat.PLAIN)) {
            chat.typeLine("/help all");
            chat.typeLine("go on");
            ScriptedTurns.Turn turn = chat.turns.next();
            turn.token("a long row that would have to be wrapped by the program, if the terminal did not do so\n");
            turn.end();
            chat.screen.awaitRow("ready");
            chat.typeLine("/quit");
            chat.awaitEnd();

            assertThat(chat.screen.received()).doesNotContain("\033", "\b");
        }
    }

    @Test
    void aTalkIsStartedByACommandAndEndedByEnter() {
        try (Chat chat = new Chat(folder, 60, Chat.PLAIN)) {
            chat.typeLine("/talk");
            chat.speech.updates();
            chat.screen.awaitRow("listening");

            chat.speech.said = "what time is it";
            chat.typeLine("");

            assertThat(chat.turns.next().question).isEqualTo("what time is it");
            chat.screen.awaitRows("listening", "", "recognizing", "you: what time is it", "thinking");
        }
    }

    @Test
    void wordsThatAreStillChangingAreNoLines() {
        try (Chat chat = new Chat(folder, 60, Chat.PLAIN)) {
            chat.typeLine("/talk");
            chat.speech.updates().accept(ScriptedSpeech.partial("what ti"));
            chat.speech.said = "what time is it";
            chat.typeLine("");
            chat.screen.awaitRow("thinking");

            assertThat(chat.screen.received()).doesNotContain("Enter sends", "what ti\r", "what ti\n");
        }
    }

    @Test
    void theHelpNamesOnlyKeysThatAreSeen() {
        try (Chat chat = new Chat(folder, 80, Chat.PLAIN)) {
            chat.typeLine("/help all");

            chat.screen.awaitRows(
                    "//…: send text that starts with /",
                    "Enter: stop recording and send",
                    "Ctrl-C: stop the reply, or discard the recording",
                    "\"\"\": start and end a multi-line message",
                    "Ctrl-D: exit");
            assertThat(chat.screen.everyRow())
                    .contains("/skip: skip to the next sentence")
                    .noneMatch(row -> row.contains("Alt-") || row.contains("F2") || row.contains("Tab"));
        }
    }

    @Test
    void whatIsInUseIsToldWhenItChanges() {
        try (Chat chat = new Chat(folder, 60, Chat.PLAIN)) {
            chat.typeLine("/model qwen-max");

            chat.screen.awaitRow("model: qwen-max (from now on)");
        }
    }

    @Test
    void anInterruptStopsTheReply() {
        try (Chat chat = new Chat(folder, 60, Chat.PLAIN)) {
            chat.typeLine("go on");
            ScriptedTurns.Turn turn = chat.turns.next();
            turn.token("and on\n\n");
            chat.screen.awaitRow("and on");

            chat.screen.terminal().raise(Terminal.Signal.INT);

            chat.screen.awaitRows("and on", "^C", "interrupted", "ready");
            assertThat(turn.cancellation.isCancelled()).isTrue();
        }
    }

    @Test
    void theEndOfTheInputLeavesAndStopsTheReply() {
        try (Chat chat = new Chat(folder, 60, Chat.PLAIN)) {
            chat.typeLine("go on");
            ScriptedTurns.Turn turn = chat.turns.next();

            chat.endInput();
            chat.awaitEnd();

            assertThat(turn.cancellation.isCancelled()).isTrue();
        }
    }

    @Test
    void aBlockOfLinesIsOneText() {
        try (Chat chat = new Chat(folder, 60, Chat.PLAIN)) {
            chat.typeLine("\"\"\"one");
            chat.typeLine("two\"\"\"");

            assertThat(chat.turns.next().question).isEqualTo("one\ntwo");
        }
    }

    @Test
    void theKeyIsAskedForAndNotShown() {
        BlockingQueue<String> typed = new LinkedBlockingQueue<>();
        try (Chat chat = new Chat(folder, 60, Chat.PLAIN)) {
            chat.key = questions -> {
                typed.add(questions.askHidden("API key:"));
                questions.tell("Saved.");
                return true;
            };
            chat.typeLine("/key");
            chat.screen.awaitRow("API key:");
            chat.typeLine("sk-very-secret");
            chat.awaitEnd();

            assertThat(typed).containsExactly("sk-very-secret");
            assertThat(chat.screen.everyRow()).contains("API key:", "Saved.");
            assertThat(chat.screen.received()).doesNotContain("secret", "\033", "\b");
        }
    }

    @Test
    void anInterruptEndsTheQuestionAndTheNextLineIsAMessage() {
        try (Chat chat = new Chat(folder, 60, Chat.PLAIN)) {
            chat.key = questions -> !questions.askHidden("API key:").isEmpty();
            chat.typeLine("/key");
            chat.screen.awaitRow("API key:");

            chat.screen.terminal().raise(Terminal.Signal.INT);
            chat.screen.awaitRow("Nothing was changed.");
            chat.typeLine("hi there");

            assertThat(chat.turns.next().question).isEqualTo("hi there");
            chat.screen.awaitRow("hi there");
        }
    }

    @Test
    void startingOverClearsNoScreen() {
        try (Chat chat = new Chat(folder, 60, Chat.PLAIN)) {
            chat.typeLine("/clear");

            chat.screen.awaitRow("New conversation.");
            assertThat(chat.screen.received()).doesNotContain("\033");
        }
    }

    @Test
    void whatTheEditorLeavesIsTold() {
        Map<String, String> environment = Map.of("EDITOR", "sh -c 'echo edited > \"$0\"'");
        try (Chat chat = new Chat(folder, 60, Chat.PLAIN, environment)) {
            chat.typeLine("/edit");
            chat.screen.awaitRow("Enter sends: edited");

            chat.typeLine("");

            assertThat(chat.turns.next().question).isEqualTo("edited");
        }
    }
}
