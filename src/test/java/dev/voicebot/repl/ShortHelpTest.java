package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.terminal.TextColumns;
import dev.voicebot.text.InChinese;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code /help} is one screen. */
@Timeout(60)
class ShortHelpTest {
    private static final int ROWS = 24;

    @TempDir
    private Path folder;

    @Test
    void itFitsOnAScreen() {
        assertThat(help(80))
                .startsWith("Keys")
                .contains("Commands")
                .last()
                .asString()
                .startsWith("/help all");
    }

    @Test
    @ExtendWith(InChinese.class)
    void itFitsOnAScreenInChinese() {
        List<String> rows = help(80);

        assertThat(rows).startsWith("按键").contains("命令");
        assertThat(rows.stream().filter(row -> row.startsWith("/copy")).map(ShortHelpTest::meaningAt))
                .containsExactly(21);
    }

    @Test
    void inANarrowTerminalEveryMeaningKeepsItsColumn() {
        List<String> rows = help(40);

        assertThat(rows)
                .contains("/undo         undo the last question and", "              answer")
                .allMatch(row -> TextColumns.pad(row, 40).length() == 40);
    }

    /** The column where the second part of a row begins. */
    private static int meaningAt(String row) {
        String name = row.replaceFirst("(?<=\\S) {2,}\\S.*", "");
        String gap = row.substring(name.length()).replaceFirst("\\S.*", "");
        return name.length() + gap.length();
    }

    /** The rows of the help, all of which are on a screen of 80 columns. */
    private List<String> help(int columns) {
        try (Chat chat = new Chat(folder, columns)) {
            chat.type("/help\r");
            chat.screen.await(
                    rows -> rows.contains("›")
                            && rows.stream().anyMatch(row -> row.matches("/help all.*|.*/help NAME.*")),
                    "the end");
            List<String> rows = columns < 80 ? chat.screen.everyRow() : chat.screen.rows();
            assertThat(chat.screen.rows().size()).isLessThanOrEqualTo(ROWS);
            int begin = rows.indexOf("Keys") + rows.indexOf("按键") + 1;
            return rows.subList(begin, rows.lastIndexOf("›")).stream()
                    .filter(row -> !row.isEmpty())
                    .toList();
        }
    }
}
