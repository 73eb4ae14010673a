package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.config.Theme;
import dev.voicebot.terminal.Background;
import dev.voicebot.terminal.Palette;
import dev.voicebot.turn.TurnEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ThemeTest {
    private static final ChatStyle ASKS = new ChatStyle(Duration.ofMillis(1), Theme.DARK, true, false, false, false);

    @TempDir
    Path folder;

    private static String color(int number) {
        return "38;5;" + number;
    }

    @ParameterizedTest
    @CsvSource({
        "rgb:ffff/ffff/ffff, LIGHT",
        "rgb:ff/ff/ff, LIGHT",
        "rgb:fdf6/e3e3/dddd, LIGHT",
        "rgb:0000/0000/0000, DARK",
        "rgba:1e1e/1e1e/2e2e/ffff, DARK",
        "rgb:0/2b/36, DARK",
    })
    void theTerminalsAnswerDecides(String answer, Theme theme) {
        assertThat(Background.ofAnswer(answer)).contains(theme);
    }

    @ParameterizedTest
    @CsvSource({"0;15, LIGHT", "0;default;15, LIGHT", "0;7, LIGHT", "15;0, DARK", "7;8, DARK"})
    void theVariableIsUnderstoodToo(String value, Theme theme) {
        assertThat(Background.ofVariable(value)).contains(theme);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15", "0;", "default;default", "0;999"})
    void whatIsNoColorSaysNothing(String text) {
        assertThat(Background.ofAnswer(text)).isEqualTo(Optional.empty());
        assertThat(Background.ofVariable(text)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\007", "\033\\"})
    void theAnswerIsNeverTypedHoweverLateItComes(String end) {
        try (Chat chat = new Chat(folder, 60, ASKS)) {
            assertThat(chat.screen.received()).contains("\033]11;?\033\\");
            chat.type("typed");
            chat.screen.awaitRow("› typed");

            chat.type("\033]11;rgb:ffff/ffff/ffff" + end + "!\r");

            ScriptedTurns.Turn turn = chat.turns.next();
            assertThat(turn.question).isEqualTo("typed!");
            assertThat(turn.cancellation.isCancelled()).isFalse();
            turn.token("# Title");
            chat.screen.awaitRow("Title");
            assertThat(chat.screen.received())
                    .contains(color(Palette.of(Theme.LIGHT).accent()));
        }
    }

    @Test
    void withoutAnAnswerTheAssumedColorsStay() {
        try (Chat chat = new Chat(folder, 60, ASKS)) {
            ScriptedTurns.Turn turn = chat.ask("go");
            turn.token("```java\nint\n```");
            chat.screen.awaitRow("  int");

            assertThat(chat.screen.received())
                    .contains(color(Palette.of(Theme.DARK).keyword()));
        }
    }

    @Test
    void withoutColorsNothingIsAskedAndNoStyleIsSent() {
        try (Chat chat = new Chat(folder, 60)) {
            ScriptedTurns.Turn turn = chat.ask("go");
            turn.token("# Title\n\n**strong** `code` [link](http://x)\n");
            turn.event(new TurnEvent.TextWhole());
            chat.screen.awaitRows("# Title", "", "strong `code` link (http://x)");

            assertThat(chat.screen.received()).doesNotContain("\033]11").doesNotContainPattern("\033\\[[0-9;]+m");
        }
    }
}
