package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.text.InChinese;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The menu below a text that begins with a slash. */
@Timeout(60)
class CommandMenuTest {
    private static final String CTRL_U = "\025";

    @TempDir
    private Path folder;

    @Test
    void aSlashShowsCommandsAndMoreLettersLeaveFewer() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("/");
            chat.screen.awaitRow("  /talk        start or stop talking");
            assertThat(menu(chat)).hasSize(8);

            chat.type("mod");

            chat.screen.awaitRows("› /mod", "  /model       show or change the model");
            assertThat(menu(chat)).hasSize(1);
            chat.type(CTRL_U);
            chat.screen.await(rows -> menu(rows).isEmpty(), "no menu");
        }
    }

    @Test
    void lettersFromTheMiddleFindACommandToo() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("/free");

            chat.screen.awaitRows("› /free", "  /handsfree   turn hands-free on or off");
            chat.type(CTRL_U);
        }
    }

    @Test
    void downChoosesAndEnterRunsWhatWasChosen() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("/un");
            chat.screen.awaitRow("  /undo        undo the last question and answer");
            chat.type("\033[B");
            chat.screen.awaitRow("› /undo        undo the last question and answer");

            chat.type("\r");

            chat.screen.awaitRow("Nothing to undo.");
            chat.screen.await(rows -> menu(rows).isEmpty(), "no menu");
        }
    }

    @Test
    void upChoosesTheLastOfAllAndTheMenuFollows() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("/\033[A");

            chat.screen.awaitRow("› /exit        exit");
            chat.type(CTRL_U);
        }
    }

    @Test
    void enterWithoutAChoiceTakesWhatWasTyped() {
        try (Chat chat = new Chat(folder, 100)) {
            chat.type("/un\r");

            chat.screen.await(
                    rows -> rows.stream().anyMatch(row -> row.startsWith("Unknown command /un. Did you mean /undo?")),
                    "the complaint");
        }
    }

    @Test
    void escapeClosesItAndKeepsTheText() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("/mo");
            chat.screen.awaitRow("  /model       show or change the model");

            chat.type("\033");

            chat.screen.await(rows -> menu(rows).isEmpty() && rows.contains("› /mo"), "no menu");
            chat.type("d");
            chat.screen.awaitRow("› /mod");
            assertThat(menu(chat)).isEmpty();
            chat.type(CTRL_U);
        }
    }

    @Test
    void tabCompletesWhatIsCommonAndThenChooses() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("/s\t");
            chat.screen.awaitRow("› /skip        skip to the next sentence (Alt-Right)");
            chat.type("e\t");
            chat.screen.awaitRow("  /search      find words in all conversations");

            chat.type("\033[B\t!");
            chat.screen.await(
                    rows -> rows.stream().anyMatch(row -> row.startsWith("› /se") && row.endsWith(" !")),
                    "a whole name");

            chat.type(CTRL_U + "/voi\tx");

            chat.screen.awaitRow("› /voice x");
            chat.type(CTRL_U);
        }
    }

    @Test
    void whatIsPastedOpensNoMenu() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("\033[200~/mo\033[201~");

            chat.screen.awaitRow("› /mo");
            assertThat(menu(chat)).isEmpty();
            chat.type(CTRL_U);
        }
    }

    @Test
    void aReplyGoesOnAboveIt() {
        try (Chat chat = new Chat(folder, 40)) {
            ScriptedTurns.Turn turn = chat.ask("go");
            turn.token("first\n\n");
            chat.type("/mod");
            chat.screen.awaitRow("  /model       show or change the model");

            turn.token("second\n\nthird");
            turn.end();

            chat.screen.awaitRows(
                    "first", "", "second", "", "third", "", "› /mod", "  /model       show or change the model");
            chat.type(CTRL_U);
        }
    }

    @Test
    @ExtendWith(InChinese.class)
    void inANarrowTerminalEveryRowFits() {
        try (Chat chat = new Chat(folder, 30)) {
            chat.type("/");
            chat.screen.await(rows -> menu(rows).size() == 8, "eight rows");

            chat.type("re");
            chat.screen.await(
                    rows -> menu(rows).stream().anyMatch(row -> row.startsWith("  /retry") && row.endsWith("…")),
                    "cut");
            chat.type(CTRL_U);
        }
    }

    private static List<String> menu(Chat chat) {
        return menu(chat.screen.rows());
    }

    private static List<String> menu(List<String> rows) {
        return rows.stream()
                .filter(row -> row.startsWith("  /") || row.matches("› /[a-z]+ {2,}\\S.*"))
                .toList();
    }
}
