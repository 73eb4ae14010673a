package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.turn.TurnEvent;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChatScreenTest {
    @TempDir
    Path folder;

    @Test
    void tokensAppearAboveThePromptWhileTypingAheadIsKept() {
        try (Chat chat = new Chat(folder, 60)) {
            ScriptedTurns.Turn turn = chat.ask("hi there");
            assertThat(turn.question).isEqualTo("hi there");
            chat.screen.awaitRows("› hi there", "thinking… ›");

            chat.type("next quest");
            turn.token("One ");
            turn.token("two");
            chat.screen.awaitRows("› hi there", "One two", "thinking… › next quest");
            turn.event(new TurnEvent.SpeechBegan());
            turn.token(" three.\nFour");
            chat.type("ion");
            chat.screen.awaitRows("› hi there", "One two three.", "Four", "speaking › next question");

            turn.event(new TurnEvent.TextWhole());
            turn.event(new TurnEvent.Saved(Path.of("output_wavs/20260102_030405.wav")));
            turn.end();
            chat.screen.awaitRows("Four", "saved output_wavs/20260102_030405.wav", "", "› next question");
        }
    }
}
