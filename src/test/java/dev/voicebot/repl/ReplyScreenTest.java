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
                    "writing… ›");
        }
    }

    @Test
    void theOpenBlockIsSeenWhileItGrows() {
        try (Chat chat = new Chat(folder, 40)) {
            ScriptedTurns.Turn turn = chat.ask("go");
            chat.type("typed");
            turn.token("- one\n- tw");
            chat.screen.awaitRows("• one", "• tw", "writing… › typed");

            turn.token("o\n\n```\nco");
            chat.screen.awaitRows("• one", "• two", "", "  co", "writing… › typed");
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

            chat.screen.awaitRows("  line 98", "  line 99", "writing… ›");
            List<String> all = new ArrayList<>(chat.screen.everyRow());
            all.removeIf(row -> !row.startsWith("  line "));
            assertThat(all).isEqualTo(lines.stream().map(line -> "  " + line).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 32, 45, 66})
    void charByCharAndAtOnceGiveTheSamePicture(int columns) {
        String text =
                "Green tea ✅ is **not** fermented. 绿茶是不发酵的茶。It comes from China 🇨🇳 and is drunk 👍🏽❤️ by all.\n\n"
                        + "- one and two and three and four and five and six\n- 二和三和四和五和六和七和八和九和十\n\n"
                        + TABLE + "\nThe end.";
        List<String> whole = shown(List.of(text), columns);

        assertThat(shown(text.codePoints().mapToObj(Character::toString).toList(), columns))
                .isEqualTo(whole);
    }

    /** Every token is drawn before the next one comes: a change of the state draws at once. */
    private List<String> shown(List<String> tokens, int columns) {
        try (Chat chat = new Chat(folder, columns)) {
            ScriptedTurns.Turn turn = chat.ask("go");
            turn.event(new TurnEvent.SpeechBegan());
            for (int i = 0; i < tokens.size(); i++) {
                turn.token(tokens.get(i));
                turn.event(new TurnEvent.Playing(i % 2 == 0, 1));
                chat.screen.awaitRow(i % 2 == 0 ? "paused ›" : "speaking ›");
            }
            turn.event(new TurnEvent.TextWhole());
            turn.end();
            chat.screen.awaitRows("The end.", "", "›");
            return chat.screen.rows();
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
    @ValueSource(ints = {24, 80})
    void aResizeInTheMiddleOfATableDrawsItAnew(int columns) {
        try (Chat chat = new Chat(folder, 40)) {
            ScriptedTurns.Turn turn = chat.ask("go");
            turn.token("开头\n\n| 名字 | meaning |\n|---|---|\n| 绿茶 | a drink that is made of leaves |\n");
            chat.type("输入");
            chat.screen.awaitRows("绿茶 │ a drink that is made of leaves", "writing… › 输入");

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
                        "writing… › 输入",
                        "");
            } else {
                chat.screen.awaitRows(
                        "开头",
                        "",
                        "名字 │ meaning",
                        "─────┼───────────────────────────────",
                        "绿茶 │ a drink that is made of leaves",
                        "红茶 │ the same",
                        "writing… › 输入",
                        "");
            }
        }
    }
}
