package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.terminal.TextColumns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A narrow line with the engines beside it, key by key to the last column, beyond it and back. */
@Timeout(60)
class LineHoldsTest {
    private static final int COLUMNS = 40;
    private static final String NOTICE = "No reply yet.";
    private static final String ENGINES = "qwen-plus";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a", "茶", "a茶", "e\u0301", "🎉", "🎉茶e\u0301", "한", "ก\u0e34"})
    void everyKeyLeavesARightPicture(String unit) {
        try (Chat chat = new Chat(folder, COLUMNS)) {
            chat.live.engines = List.of(ENGINES);
            chat.type("/copy\r");
            StringBuilder typed = new StringBuilder();
            while (TextColumns.width(typed) < COLUMNS + 8) {
                chat.type(unit);
                typed.append(unit);
                awaitLine(chat, typed.toString());
            }
            while (typed.length() > 0) {
                chat.type("\177");
                typed.setLength(typed.offsetByCodePoints(typed.length(), -1));
                awaitLine(chat, typed.toString());
            }
        }
    }

    @Test
    void leavingTakesTheEnginesAwayForTheShellsOwnLine() {
        try (Chat chat = new Chat(folder, COLUMNS)) {
            chat.live.engines = List.of(ENGINES);
            chat.type("/copy\r");
            awaitLine(chat, "");

            chat.type("\004");

            chat.awaitEnd();
            assertThat(chat.screen.rows()).noneMatch(row -> row.contains(ENGINES));
        }
    }

    @Test
    void aTextThatIsChangedInItsMiddleKeepsItsRightSide() {
        try (Chat chat = new Chat(folder, COLUMNS)) {
            chat.live.engines = List.of(ENGINES);
            chat.type("/copy\r茶茶end");
            awaitLine(chat, "茶茶end");

            chat.type("\001茶e\u0301🎉");

            awaitLine(chat, "茶e\u0301🎉茶茶end");
        }
    }

    @Test
    void aResizeBringsTheEnginesToTheNewMargin() {
        try (Chat chat = new Chat(folder, COLUMNS)) {
            chat.live.engines = List.of(ENGINES, "cosyvoice-v2");
            chat.type("/copy\r茶");
            chat.screen.awaitRows(NOTICE, beside("› 茶", ENGINES + " · cosyvoice-v2", COLUMNS));

            chat.screen.resize(60, 24);
            chat.screen.awaitRows(NOTICE, beside("› 茶", ENGINES + " · cosyvoice-v2", 60));
            chat.screen.resize(30, 24);
            chat.screen.awaitRows(NOTICE, beside("› 茶", ENGINES, 30), "");
            chat.screen.resize(12, 24);

            chat.screen.awaitRow("› 茶");
        }
    }

    private static void awaitLine(Chat chat, String typed) {
        List<String> wanted = new ArrayList<>(List.of(NOTICE));
        wanted.addAll(rows("› " + typed));
        chat.screen.await(rows -> Collections.indexOfSubList(rows, wanted) >= 0, String.join("\n", wanted));
    }

    private static List<String> rows(String line) {
        List<String> rows = new ArrayList<>();
        for (String rest = line; !rest.isEmpty(); ) {
            String row = TextColumns.start(rest, COLUMNS);
            rows.add(row.stripTrailing());
            rest = rest.substring(row.length());
        }
        boolean leavesRoom = TextColumns.width(line) + 3 + ENGINES.length() < COLUMNS;
        return leavesRoom ? List.of(beside(line, ENGINES, COLUMNS), "") : rows;
    }

    private static String beside(String line, String engines, int columns) {
        return line + " ".repeat(columns - 1 - TextColumns.width(line) - engines.length()) + engines;
    }
}
