package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.turn.TurnEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Questions typed while a reply runs, where Enter queues them. */
@Timeout(60)
class QueueTest {
    @TempDir
    Path folder;

    @Test
    void queuedQuestionsAreShownAndAskedInTheirOrder() {
        try (Chat chat = new Chat(folder, 60, Chat.QUEUES)) {
            ScriptedTurns.Turn first = chat.ask("one");
            first.token("the first");
            chat.screen.awaitRow("the first");

            chat.type("two\r");
            chat.type("three\r");
            chat.screen.awaitRows("the first", "queued: two", "queued: three", "writing… · queued 2 ›");
            assertThat(first.cancellation.isCancelled()).isFalse();
            first.event(new TurnEvent.TextWhole());
            first.end();

            ScriptedTurns.Turn second = chat.turns.next();
            assertThat(second.question).isEqualTo("two");
            chat.screen.awaitRows("the first", "", "› two", "", "queued: three", "thinking… · queued 1 ›");
            second.end();
            assertThat(chat.turns.next().question).isEqualTo("three");
            chat.screen.awaitRows("› two", "", "", "› three", "", "thinking… ›");
        }
    }

    @Test
    void upOnAnEmptyLineTakesTheLastOneBack() {
        try (Chat chat = new Chat(folder, 60, Chat.QUEUES)) {
            ScriptedTurns.Turn first = chat.ask("one");
            chat.type("two\r");
            chat.type("three\r");
            chat.screen.awaitRows("queued: three", "thinking… · queued 2 ›");

            chat.type("\033[A");

            chat.screen.awaitRows("queued: two", "thinking… · queued 1 › three");
            assertThat(first.cancellation.isCancelled()).isFalse();
        }
    }

    @Test
    void escapeStopsTheReplyAndTakesAllBackIntoTheLine() {
        try (Chat chat = new Chat(folder, 60, Chat.QUEUES)) {
            ScriptedTurns.Turn first = chat.ask("one");
            chat.type("two\r");
            chat.type("three\r");
            chat.type("typed");
            chat.screen.awaitRow("thinking… · queued 2 › typed");

            chat.type("\033");

            chat.screen.awaitRows("[interrupted]", "", "› two", "  three", "  typed");
            assertThat(first.cancellation.isCancelled()).isTrue();
            assertThat(chat.turns.nothingAsked()).isTrue();
        }
    }

    @Test
    void whatIsSpokenComesBeforeWhatIsQueued() {
        try (Chat chat = new Chat(folder, 60, Chat.QUEUES)) {
            ScriptedTurns.Turn first = chat.ask("one");
            chat.type("two\r");
            chat.screen.awaitRow("thinking… · queued 1 ›");

            chat.type("\033OQ");
            chat.speech.updates();
            chat.screen.awaitRow("queued: two");
            chat.speech.said = "spoken";
            chat.type("\r");

            assertThat(chat.turns.next().question).isEqualTo("spoken");
            assertThat(first.cancellation.isCancelled()).isTrue();
        }
    }

    @Test
    void aLongQueueAndALongQuestionTakeAFewRows() {
        try (Chat chat = new Chat(folder, 20, Chat.QUEUES)) {
            chat.ask("one");

            for (String question : List.of("一二三四五六七八九十", "b", "c", "d", "e")) {
                chat.type(question + "\r");
            }

            chat.screen.awaitRows("queued: 一二三四五…", "queued: b", "queued: c", "… and 2 more");
        }
    }

    @Test
    void whereEnterInterruptsNothingIsQueued() {
        try (Chat chat = new Chat(folder, 60, new ChatStyle(Duration.ofMillis(20), false, false))) {
            ScriptedTurns.Turn first = chat.ask("one");

            ScriptedTurns.Turn second = chat.ask("two");

            assertThat(first.cancellation.isCancelled()).isTrue();
            assertThat(second.question).isEqualTo("two");
        }
    }
}
