package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.turn.TurnEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies with Markdown on the screen. */
@Timeout(60)
class ReplyScreenTest {
    private static final String TABLE = "| tea | 数量 |\n|---|--:|\n| 绿茶 | 12 |\n";

    @TempDir
    Path folder;

    @Test
    void markdownIsShownAsWhatItMeans() {
        try (Chat chat = new Chat(folder, 40)) {
            ScriptedTurns.Turn turn = chat.ask("list");
            turn.token("Two **things**:\n\n- one\n- two\n\n" + TABLE + "\n```py\nif x:\n    pass\n```\n");
            turn.event(new TurnEvent.TextWhole());

            chat.screen.awaitRows(
                    "Two things:",
                    "",
                    "• one",
                    "• two",
                    "",
                    "tea  │ 数量",
                    "─────┼─────",
                    "绿茶 │   12",
                    "",
                    "  if x:",
                    "      pass",
                    "thinking… ›");
        }
    }

    @Test
    void theOpenBlockIsSeenWhileItGrows() {
        try (Chat chat = new Chat(folder, 40)) {
            ScriptedTurns.Turn turn = chat.ask("go");
            chat.type("typed");
            turn.token("- one\n- tw");
            chat.screen.awaitRows("• one", "• tw", "thinking… › typed");

            turn.token("o\n\n```\nco");
            chat.screen.awaitRows("• one", "• two", "", "  co", "thinking… › typed");
        }
    }

    @Test
    void whatIsTallerThanTheScreenLosesNoRow() {
        List<String> lines = IntStream.range(0, 100).mapToObj(i -> "line " + i).toList();
        try (Chat chat = new Chat(folder, 40)) {
            ScriptedTurns.Turn turn = chat.ask("go");
            turn.token("```\n");
            lines.forEach(line -> turn.token(line + "\n"));
            turn.token("```");
            turn.event(new TurnEvent.TextWhole());

            chat.screen.awaitRows("  line 98", "  line 99", "thinking… ›");
            List<String> all = new ArrayList<>(chat.screen.everyRow());
            all.removeIf(row -> !row.startsWith("  line "));
            assertThat(all).isEqualTo(lines.stream().map(line -> "  " + line).toList());
        }
    }

    @Test
    void whatWasShownStaysWhenTheReplyIsCut() {
        try (Chat chat = new Chat(folder, 40)) {
            ScriptedTurns.Turn turn = chat.ask("go");
            turn.token("done\n\n" + TABLE + "| 红");
            chat.screen.awaitRow("红   │");

            chat.type("\003");

            chat.screen.awaitRows(
                    "done", "", "tea  │ 数量", "─────┼─────", "绿茶 │   12", "红   │", "[interrupted]", "", "›");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80})
    void aResizeInTheMiddleOfATableDrawsItAnew(int columns) {
        try (Chat chat = new Chat(folder, 40)) {
            ScriptedTurns.Turn turn = chat.ask("go");
            turn.token("开头\n\n| 名字 | meaning |\n|---|---|\n| 绿茶 | a drink that is made of leaves |\n");
            chat.type("输入");
            chat.screen.awaitRows("绿茶 │ a drink that is made of leaves", "thinking… › 输入");

            chat.screen.resize(columns, 24);
            turn.token("| 红茶 | the same |\n");

            if (columns == 24) {
                chat.screen.awaitRows(
                        "开头",
                        "",
                        "名字 │ meaning",
                        "─────┼──────────────────",
                        "绿茶 │ a drink that is",
                        "     │ made of leaves",
                        "红茶 │ the same",
                        "thinking… › 输入",
                        "");
            } else {
                chat.screen.awaitRows(
                        "开头",
                        "",
                        "名字 │ meaning",
                        "─────┼───────────────────────────────",
                        "绿茶 │ a drink that is made of leaves",
                        "红茶 │ the same",
                        "thinking… › 输入",
                        "");
            }
        }
    }
}
