package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.audio.Level;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.config.GivenSettings;
import dev.voicebot.talk.TalkStyle;
import dev.voicebot.terminal.KeyName;
import dev.voicebot.turn.TurnEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ThinkingToneTest {
    private static final String F2 = "\033OQ";
    private static final TalkStyle SOUNDS = new TalkStyle(
            KeyName.all(List.of("f2")),
            true,
            GivenSettings.talk(Map.of("tail", Duration.ofMillis(1), "sounds", true)),
            false,
            Chat.TAPS);

    @TempDir
    private Path folder;

    @Test
    void whileTheAnswerToASpokenQuestionIsAwaitedASoftToneSaysSo() {
        try (Chat chat = new Chat(folder, 60, SOUNDS)) {
            ask(chat, "how are you?");

            PcmFrame first = ScriptedTurns.takeFrom(chat.speech.chimes);
            PcmFrame second = ScriptedTurns.takeFrom(chat.speech.chimes);

            assertThat(Level.of(first).peak()).isBetween(0.01, 0.04);
            assertThat(second.samples()).isEqualTo(first.samples());
        }
    }

    @Test
    void theFirstWordOfTheAnswerCutsTheToneShort() {
        try (Chat chat = new Chat(folder, 60, SOUNDS)) {
            ScriptedTurns.Turn turn = ask(chat, "how are you?");
            chat.speech.chimesLast = true;
            ScriptedTurns.takeFrom(chat.speech.chimes);

            turn.token("Fine.");
            turn.event(new TurnEvent.SpeechBegan());
            chat.screen.awaitRow("speaking ›");
            chat.speech.chimesLast = false;
            turn.end();
            chat.type(F2);

            PcmFrame next = ScriptedTurns.takeFrom(chat.speech.chimes); // nothing holds the speaker up
            assertThat(Level.of(next).peak()).isGreaterThan(0.05);
        }
    }

    @Test
    void aReplyThatIsStoppedIsNoLongerThoughtAbout() {
        try (Chat chat = new Chat(folder, 60, SOUNDS)) {
            ask(chat, "how are you?");
            chat.speech.chimesLast = true;
            ScriptedTurns.takeFrom(chat.speech.chimes);

            chat.type("\033");
            chat.screen.awaitRow("[interrupted]");
            chat.speech.chimesLast = false;
            chat.type(F2);

            assertThat(Level.of(ScriptedTurns.takeFrom(chat.speech.chimes)).peak())
                    .isGreaterThan(0.05);
        }
    }

    /** By talking; the tones of the talk are over. */
    private static ScriptedTurns.Turn ask(Chat chat, String question) {
        chat.speech.said = question;
        chat.type(F2);
        chat.speech.updates();
        ScriptedTurns.takeFrom(chat.speech.chimes);
        chat.type(F2);
        ScriptedTurns.takeFrom(chat.speech.chimes);
        return chat.turns.next();
    }
}
