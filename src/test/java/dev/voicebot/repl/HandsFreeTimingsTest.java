package dev.voicebot.repl;

import static dev.voicebot.audio.SpokenClips.joined;
import static dev.voicebot.audio.SpokenClips.silence;
import static dev.voicebot.audio.SpokenClips.spoken;

import dev.voicebot.turn.TurnEvent;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code /timings} says of talks without keys: real speech goes into the microphone, faster than it was spoken. */
@Timeout(60)
class HandsFreeTimingsTest {
    private static final short[] QUESTION = joined(silence(1), spoken("What is the time?", 9000), silence(1.2));

    @TempDir
    Path folder;

    @Test
    void theyCountHowTheTalksOfTheChatWent() throws Exception {
        try (Chat chat = Chat.handsFree(folder, Chat.STYLE, Chat.HANDS_FREE)) {
            chat.type("/handsfree on\r");
            chat.screen.awaitRow("listening ›");
            ScriptedSpeech.Take take = chat.speech.take();
            say(chat, take, "Tell me a tale");
            chat.turns.next();
            say(chat, take, "about a king."); // before the answer began
            ScriptedTurns.Turn tale = chat.turns.next();
            tale.token("Once upon a time");
            tale.event(new TurnEvent.SpeechBegan());
            chat.screen.awaitRow("speaking ›");
            say(chat, take, "Right.");
            chat.screen.awaitRow("speaking ›");
            say(chat, take, "");
            chat.screen.awaitRow("speaking ›");
            say(chat, take, "Stop.");
            chat.screen.awaitRows("Once upon a time", "[interrupted]", "", "listening ›");

            chat.type("/timings\r");

            chat.screen.awaitRow("Timings are shown after each turn.");
            chat.screen.await(
                    rows -> rows.stream()
                            .anyMatch(row -> row.matches(
                                    "hands-free: 2 questions, median \\d+\\.\\d\\d s, at most \\d+\\.\\d\\d s from the last"
                                            + " word to the question")),
                    "the wait");
            chat.screen.awaitRows(
                    "hands-free: false starts 1, cut off in a pause 1, end missed 0",
                    "hands-free: replies interrupted 1, continued after \"mm-hmm\" 1");
        }
    }

    @Test
    void aTalkThatAKeyBeganIsNotCounted() throws Exception {
        try (Chat chat = new Chat(folder, 100)) {
            chat.speech.said = "What is the time?";
            chat.type("\033OQ");
            chat.speech.take().hear(QUESTION);
            chat.screen.await(rows -> rows.stream().anyMatch(row -> row.startsWith("● rec ")), "recording");
            chat.type("\033OQ");
            chat.turns.next().end();

            chat.type("/timings\r");

            chat.screen.awaitRow("Timings are shown after each turn.");
            chat.screen.await(rows -> rows.stream().noneMatch(row -> row.startsWith("hands-free")), "no talks");
        }
    }

    private static void say(Chat chat, ScriptedSpeech.Take take, String words) {
        chat.speech.said = words;
        take.hear(QUESTION);
        chat.speech.updates();
    }
}
