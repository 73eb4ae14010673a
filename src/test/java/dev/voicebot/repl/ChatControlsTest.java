package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.control.ControlClient;
import dev.voicebot.control.ControlFolder;
import dev.voicebot.control.Reply;
import dev.voicebot.control.Verb;
import dev.voicebot.turn.TurnEvent;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A running screen, steered through its real socket. */
@Timeout(60)
class ChatControlsTest {
    @TempDir
    private Path home;

    @Test
    void talkingBeginsAndEndsFromOutside() {
        try (Chat chat = new Chat(home, 80)) {
            chat.speech.said = "from the hotkey";

            ask(Verb.TALK);
            ScriptedSpeech.Take take = chat.speech.take();
            assertThat(state()).isEqualTo("listening");
            ask(Verb.TALK_START);
            assertThat(take.stopped.getCount()).isEqualTo(1);
            ask(Verb.TALK_END);

            assertThat(chat.turns.next().question).isEqualTo("from the hotkey");
        }
    }

    @Test
    void endingATalkThatDoesNotRunBeginsNone() {
        try (Chat chat = new Chat(home, 80)) {
            ask(Verb.TALK_END);

            assertThat(chat.speech.takes).isEmpty();
            assertThat(state()).isEqualTo("idle");
        }
    }

    @Test
    void aReplyIsStoppedFromOutside() {
        try (Chat chat = new Chat(home, 80)) {
            ScriptedTurns.Turn turn = chat.ask("go on");
            turn.token("and on");
            chat.screen.awaitRow("and on");
            assertThat(state()).isEqualTo("thinking");
            turn.event(new TurnEvent.SpeechBegan());
            chat.screen.awaitRow("speaking ›");
            assertThat(state()).isEqualTo("speaking");

            assertThat(ask(Verb.STOP).refusal()).isEmpty();

            chat.screen.awaitRows("and on", "[interrupted]");
            assertThat(turn.cancellation.isCancelled()).isTrue();
            assertThat(ask(Verb.STOP).refusal()).hasValue("Nothing to stop.");
        }
    }

    @Test
    void whatIsNotSpokenCannotBePausedNorSkipped() {
        try (Chat chat = new Chat(home, 80)) {
            chat.turns.transport.active = false;

            assertThat(ask(Verb.PAUSE).refusal()).hasValue("Nothing is being spoken.");
            assertThat(ask(Verb.RESUME).refusal()).hasValue("Nothing is paused.");
            assertThat(ask(Verb.SKIP).refusal()).hasValue("Nothing is being spoken.");
        }
    }

    @Test
    void speechIsPausedResumedAndSkippedFromOutside() {
        try (Chat chat = new Chat(home, 80)) {
            assertThat(ask(Verb.PAUSE).refusal()).isEmpty();
            chat.turns.transport.paused = true;
            assertThat(ask(Verb.PAUSE).refusal()).isEmpty();
            assertThat(state()).isEqualTo("paused");
            assertThat(ask(Verb.RESUME).refusal()).isEmpty();
            assertThat(ask(Verb.SKIP).refusal()).isEmpty();

            assertThat(chat.turns.transport.wanted).containsExactly("pause", "pause", "skip");
        }
    }

    @Test
    void theSocketIsGoneWhenTheUserLeaves() {
        Path socket = home.resolve("run/run/chat-" + ProcessHandle.current().pid() + ".sock");
        try (Chat chat = new Chat(home, 80)) {
            assertThat(socket).exists();

            chat.type("\004");
            chat.awaitEnd();
        }
        assertThat(socket).doesNotExist();
    }

    private String state() {
        return ask(Verb.STATUS).status().state();
    }

    private Reply ask(Verb verb) {
        return new ControlClient(folder(home)).ask(verb, Optional.empty());
    }

    private static ControlFolder folder(Path home) {
        return ControlFolder.of(Map.of(), home.resolve("run"));
    }
}
