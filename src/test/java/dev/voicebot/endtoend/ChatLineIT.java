package dev.voicebot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.Requirements;
import dev.voicebot.standin.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The line of the packaged program in a real terminal: one chat for all but what a chat is started with. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChatLineIT {
    private static final String ENGINES = "qwen-plus · cosyvoice-v2 · fun-asr-realtime";

    /** Words that were heard, then words that are faint, or gray where nothing is known of the background, in one row. */
    private static final Pattern PARTLY_HEARD =
            Pattern.compile("word[^\\033\\n]*\\033\\[(?:2|38;5;243)m[^\\033\\n]*word");

    private static final String EDITOR = """
            #!/bin/sh
            printf '[editing %s]\\n' "$(cat "$1")" >/dev/tty
            IFS= read -r line </dev/tty
            printf '%s' "$line" > "$1"
            """;

    private CloudSetup cloud;
    private Tmux tmux;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        Requirements.commands("tmux");
        Script script = new Script()
                .tokens(Duration.ofMillis(20), Duration.ofMillis(5))
                .audioPace(3)
                .answer(ChatLineIT::answer);
        cloud = CloudSetup.start(folder, script);
        cloud.voicebot().with(Map.of("EDITOR", editor(folder)));
        tmux = cloud.chat("--set", "recordings.enabled=false");
        tmux.waitFor("›"); // until the line is read, Ctrl-C ends the program
    }

    @AfterAll
    void end() throws IOException, InterruptedException {
        if (tmux != null) {
            tmux.close();
        }
        if (cloud != null) {
            cloud.close();
        }
    }

    private static List<String> answer(String question) {
        return question.startsWith("much")
                ? Collections.nCopies(100, "word after word. ")
                : List.of("So: ", question.replace("\n", "/"), ".");
    }

    /** Shows what it is given on the terminal, and takes a line that is typed there instead. */
    private static String editor(Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("my editor"), EDITOR);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return "'" + file + "'";
    }

    /** Nothing runs and nothing is typed. */
    @BeforeEach
    void beginAnew() throws IOException, InterruptedException {
        tmux.press("C-c"); // Esc and what is typed at once behind it would be one key
        tmux.press("C-u");
        tmux.type("/clear");
        tmux.press("Enter");
        tmux.waitFor("an empty screen", screen -> rows(screen).equals(List.of(idleRow())));
    }

    private static String idleRow() {
        return "›" + " ".repeat(79 - 1 - ENGINES.length()) + ENGINES;
    }

    @Test
    void theEnginesStandBesideTheLineUntilItNeedsTheRoom() throws IOException, InterruptedException {
        tmux.type("茶".repeat(15));
        tmux.waitFor("the engines", screen -> screen.contains("茶 ") && screen.contains(ENGINES));

        tmux.type("茶".repeat(24));

        tmux.waitFor("a full row", screen -> rows(screen).equals(List.of("› " + "茶".repeat(39))));
    }

    @Test
    void aTextGoesThroughTheEditorByItsCommand() throws IOException, InterruptedException {
        tmux.type("/edit draft 茶");
        tmux.press("Enter");
        tmux.waitFor("[editing draft 茶]");
        tmux.type("by the editor");
        tmux.press("Enter");

        awaitRow("› by the editor");
        tmux.press("Enter");
        awaitRow("So: by the editor.");
    }

    @Test
    void aTextGoesThroughTheEditorByItsKeys() throws IOException, InterruptedException {
        tmux.type("half a text");
        tmux.press("C-x", "C-e");
        tmux.waitFor("[editing half a text]");
        tmux.type("a whole text");
        tmux.press("Enter");

        awaitRow("› a whole text");
    }

    @Test
    void whatIsPastedInSeveralLinesIsOneText() throws IOException, InterruptedException {
        tmux.paste("one 茶\ntwo");
        awaitRows("› one 茶", "  two");

        tmux.press("Enter");

        awaitRow("So: one 茶/two.");
    }

    @Test
    void altEnterBeginsALine() throws IOException, InterruptedException {
        tmux.type("first");
        tmux.press("M-Enter");
        tmux.type("second");
        awaitRows("› first", "  second");

        tmux.press("Enter");

        awaitRow("So: first/second.");
    }

    @Test
    void threeQuotesBeginABlock() throws IOException, InterruptedException {
        tmux.type("\"\"\"left");
        tmux.press("Enter");
        tmux.type("right\"\"\"");
        awaitRows("› \"\"\"left", "  right\"\"\"");

        tmux.press("Enter");

        awaitRow("So: left/right.");
    }

    @Test
    void enterInterruptsTheReplyAndAsks() throws IOException, InterruptedException {
        tmux.type("much");
        tmux.press("Enter");
        tmux.waitFor("speaking ›");

        tmux.type("enough");
        tmux.press("Enter");

        tmux.waitFor("[interrupted");
        awaitRow("So: enough.");
    }

    @Test
    void theWordsThatWereHeardAreBrightAndTheRestIsDim() throws IOException, InterruptedException {
        tmux.type("much");
        tmux.press("Enter");
        tmux.waitFor("speaking ›");

        tmux.waitForStyled(
                "a row that is partly heard",
                screen -> PARTLY_HEARD.matcher(screen).find());
    }

    @Test
    void theSettingsAndTheirOriginAreShown() throws IOException, InterruptedException {
        tmux.type("/config chat.mo");
        tmux.press("Tab", "Enter");

        awaitRow("chat.model  auto  (default)");
    }

    @Test
    void enterCanQueueTheNextQuestion() throws IOException, InterruptedException {
        try (Tmux queueing = cloud.chat("--no-speak", "--set", "chat.enter_during_reply=queue")) {
            queueing.type("much");
            queueing.press("Enter");
            queueing.waitFor("word after word.");
            queueing.type("and then");
            queueing.press("Enter");
            queueing.waitFor("queued: and then");

            queueing.waitFor("its turn", screen -> rows(screen).containsAll(List.of("› and then", "So: and then.")));
            assertThat(queueing.screen()).doesNotContain("[interrupted]");
        }
    }

    @Test
    void inPlainModeAllIsLinesInTheirOrder() throws IOException, InterruptedException {
        try (Tmux plain = cloud.chat("--no-speak", "--plain")) {
            plain.type("hello 茶");
            plain.press("Enter");
            plain.waitFor(
                    "a turn",
                    screen -> Collections.indexOfSubList(
                                    rows(screen), List.of("hello 茶", "thinking", "So: hello 茶.", "ready"))
                            >= 0);
            assertThat(plain.styled())
                    .contains("Type, or use /talk to talk. /help lists the commands.")
                    .doesNotContain("\033");

            plain.press("C-d");
            plain.waitFor("[exit 0]");
        }
    }

    private void awaitRow(String row) throws IOException, InterruptedException {
        awaitRows(row);
    }

    /** Whatever stands at the right. */
    private void awaitRows(String... wanted) throws IOException, InterruptedException {
        tmux.waitFor(
                "the rows " + Arrays.toString(wanted),
                screen -> Collections.indexOfSubList(rows(screen.replaceAll(" {3,}\\S.*", "")), List.of(wanted)) >= 0);
    }

    private static List<String> rows(String screen) {
        return screen.lines()
                .map(String::stripTrailing)
                .filter(row -> !row.isEmpty())
                .toList();
    }
}
