package dev.voicebot.repl;

import dev.voicebot.turn.TurnEvent;
import dev.voicebot.turn.TurnTimings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class TimingsTest {
    @TempDir
    Path folder;

    @Test
    void aTurnsOwnStagesAreShownOnceTheyAreAskedFor() {
        try (Chat chat = new Chat(folder, 110)) {
            turn(chat, "one", Duration.ofMillis(400));
            chat.screen.awaitRows("› one", "", "Yes.", "", "›");

            chat.type("/timings\r");
            chat.screen.awaitRows(
                    "Timings are shown after each turn.",
                    "last turn: first token 0.40 s · first audio 0.90 s · total 2.00 s · 10 tokens/s · 4 characters"
                            + " spoken",
                    "›");

            turn(chat, "two", Duration.ofMillis(600));
            chat.screen.awaitRows(
                    "› two",
                    "",
                    "Yes.",
                    "first token 0.60 s · first audio 1.10 s · total 2.00 s · 10 tokens/s · 4 characters spoken",
                    "",
                    "›");
        }
    }

    @Test
    void aSecondTimeTheyTellOfTheWholeSession() {
        try (Chat chat = new Chat(folder, 110)) {
            turn(chat, "one", Duration.ofMillis(400));
            turn(chat, "two", Duration.ofMillis(600));
            chat.screen.awaitRows("› two", "", "Yes.", "", "›");

            chat.type("/timings\r/timings\r");

            chat.screen.awaitRows(
                    "first token in 2 turns: median 0.40 s, 95 % within 0.60 s",
                    "first audio in 2 turns: median 0.90 s, 95 % within 1.10 s", "Timings are hidden.", "›");
        }
    }

    private static void turn(Chat chat, String question, Duration firstToken) {
        ScriptedTurns.Turn turn = chat.ask(question);
        turn.token("Yes.");
        turn.event(new TurnEvent.TextWhole());
        turn.event(Ended.of(new TurnTimings(
                Optional.empty(),
                Duration.ZERO,
                Optional.of(firstToken),
                Optional.of(firstToken.plusMillis(100)),
                Optional.of(firstToken.plusMillis(200)),
                Optional.of(firstToken.plusMillis(500)),
                Duration.ofSeconds(2),
                2,
                4)));
        turn.end();
    }
}
