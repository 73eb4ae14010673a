package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.turn.Transport;
import dev.voicebot.turn.TurnEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SpeechCommandsTest {
    @TempDir
    Path folder;

    @Test
    void commandsMoveThroughWhatIsSpoken() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.ask("go on").event(new TurnEvent.SpeechBegan());
            chat.screen.awaitRow("speaking ›");

            chat.type("/pause\r/skip\r/repeat\r/faster\r/slower\r/help\r");

            chat.screen.awaitRow("Ctrl-D               exit");
            assertThat(chat.turns.transport.wanted).containsExactly("pause", "skip", "repeat", "faster", "slower");
        }
    }

    @Test
    void keysMoveThroughWhatIsSpokenAndLeaveTheLineAlone() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.ask("go on").event(new TurnEvent.SpeechBegan());
            chat.screen.awaitRow("speaking ›");

            chat.type("typ\033p\033[1;3C\033[1;3D\033[1;3A\033[1;3Bed");

            chat.screen.awaitRow("speaking › typed");
            assertThat(chat.turns.transport.wanted).containsExactly("pause", "skip", "repeat", "faster", "slower");
            chat.type("\025");
        }
    }

    @Test
    void aPauseAndASpeedAreSeen() {
        try (Chat chat = new Chat(folder, 60)) {
            ScriptedTurns.Turn turn = chat.ask("go on");
            turn.event(new TurnEvent.SpeechBegan());
            chat.screen.awaitRow("speaking ›");

            turn.event(new TurnEvent.Playing(true, 1));
            chat.screen.awaitRow("paused ›");
            turn.event(new TurnEvent.Playing(false, 1.25));
            chat.screen.awaitRow("speaking 1.25× ›");
            turn.event(new TurnEvent.Playing(true, 1.25));
            chat.screen.awaitRow("paused 1.25× ›");

            chat.type("\033");
            chat.screen.awaitRows("[interrupted]", "", "›");
        }
    }

    @Test
    void anInterruptionSaysHowMuchWasHeard() {
        try (Chat chat = new Chat(folder, 60)) {
            ScriptedTurns.Turn turn = chat.ask("go on");
            turn.event(new TurnEvent.SpeechBegan());
            chat.screen.awaitRow("speaking ›");
            chat.turns.transport.progress =
                    Optional.of(new Transport.Progress(Duration.ofSeconds(12), Optional.of(Duration.ofSeconds(58))));

            chat.type("\003");

            chat.screen.awaitRows("[interrupted · 12 s of 58 s heard · /continue]", "", "›");
        }
    }

    @Test
    void theSpeedOfTheConversationIsSeenFromTheBeginningOfAReply() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.turns.transport.speed = 1.5;

            chat.ask("go on");

            chat.screen.awaitRow("thinking… 1.5× ›");
        }
    }

    @Test
    void anInterruptedReplyIsTakenUpAgain() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.ask("go on").token("One two");
            chat.screen.awaitRow("One two");
            chat.type("\033");
            chat.screen.awaitRows("One two", "[interrupted]", "", "›");

            chat.type("/continue\r");
            ScriptedTurns.Turn rest = chat.turns.next();
            rest.token("three four.");
            rest.end();

            chat.screen.awaitRows("One two", "[interrupted]", "", "[continued]", "three four.", "", "›");
        }
    }

    @Test
    void theRestOfAShortenedReplyIsSpokenWhenItIsAskedFor() {
        try (Chat chat = new Chat(folder, 60)) {
            ScriptedTurns.Turn turn = chat.ask("go on");
            turn.token("One two. Three four.");
            turn.event(new TurnEvent.Shortened());
            turn.event(new TurnEvent.TextWhole());
            turn.end();
            chat.screen.awaitRows(
                    "One two. Three four.", "Only the beginning is spoken. /more speaks the rest.", "", "›");

            chat.type("/more\r");
            ScriptedTurns.Turn rest = chat.turns.next();
            rest.token("Three four.");
            rest.end();

            chat.screen.awaitRows("[continued]", "Three four.", "", "›");
        }
    }

    @Test
    void aReplyThatIsNotOverCannotBeTakenUpAgain() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.ask("go on").event(new TurnEvent.SpeechBegan());

            chat.type("/continue\r");
            chat.screen.awaitRow("The reply is still running.");

            chat.turns.transport.paused = true;
            chat.type("/continue\r/help\r");
            chat.screen.awaitRow("Ctrl-D               exit");
            assertThat(chat.turns.transport.wanted).containsExactly("pause");
        }
    }

    @Test
    void whenNothingIsSpokenThatIsSaid() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.turns.transport.active = false;

            chat.type("/pause\r");
            chat.screen.awaitRow("Nothing is being spoken.");
            chat.type("/faster\r");
            chat.screen.awaitRow("speed 1.5×");
        }
    }

    @Test
    void helpNamesTheKeys() {
        try (Chat chat = new Chat(folder, 90)) {
            chat.type("/help pause\r");

            chat.screen.awaitRow("/pause               pause or resume speech (Alt-P)");
        }
    }
}
