package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.turn.TurnEvent;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A model that thinks before it answers. */
@Timeout(60)
class ThoughtsTest {
    @TempDir
    Path folder;

    @Test
    void theStateCountsTheSecondsUntilTheFirstWord() {
        try (Chat chat = new Chat(folder, 40)) {
            ScriptedTurns.Turn turn = chat.ask("hi");
            turn.event(new TurnEvent.Thought("plan"));

            chat.screen.awaitRow("thinking 1s ›");

            assertThat(chat.screen.received()).doesNotContain("plan");
            turn.token("Hello.");
            chat.screen.awaitRows("Hello.", "writing… ›");
        }
    }

    @Test
    void thoughtsAreShownAboveTheReplyWhenTheyAreWanted() {
        try (Chat chat = new Chat(folder, 40)) {
            chat.type("/thinking\r");
            chat.screen.awaitRow("Thoughts are shown.");
            ScriptedTurns.Turn turn = chat.ask("hi");

            turn.event(new TurnEvent.Thought("The user greets\nme, so "));
            chat.screen.awaitRows("› hi", "", "The user greets", "me, so");
            turn.event(new TurnEvent.Thought("I greet \033[31mback."));
            turn.token("Hello.");
            turn.event(new TurnEvent.TextWhole());
            turn.end();

            chat.screen.awaitRows("› hi", "", "The user greets", "me, so I greet back.", "Hello.");
            chat.type("/thinking\r");
            chat.screen.awaitRow("Thoughts are hidden.");
        }
    }

    @Test
    void onAPlainTerminalThoughtsAreLinesAndSecondsAreNone() {
        try (Chat chat = new Chat(folder, 60, Chat.PLAIN)) {
            chat.typeLine("/thinking");
            chat.typeLine("hi");
            ScriptedTurns.Turn turn = chat.turns.next();
            turn.event(new TurnEvent.Thought("One.\nTw"));
            turn.event(new TurnEvent.Thought("o."));
            turn.token("Hello.\n");
            turn.end();

            chat.screen.awaitRows("thinking", "thought: One.", "thought: Two.", "Hello.", "ready");
        }
    }
}
