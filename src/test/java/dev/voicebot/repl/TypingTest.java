package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Texts of several lines, the external editor, and going back to earlier lines. */
@Timeout(60)
class TypingTest {
    private static final String UP = "\033[A";
    private static final String DOWN = "\033OB";
    private static final String CTRL_X_CTRL_E = "\030\005";

    @TempDir
    Path folder;

    @Test
    void enterInsideABlockBeginsANewLine() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("\"\"\"first\r/second\r");
            chat.screen.awaitRows("› \"\"\"first", "  /second", "");
            assertThat(chat.turns.nothingAsked()).isTrue();

            chat.type("third\"\"\"\r");

            assertThat(chat.turns.next().question).isEqualTo("first\n/second\nthird");
        }
    }

    @Test
    void aBlockOnOneLineIsSentWithoutItsQuotes() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("\"\"\"/etc\"\"\" is what?\r");

            assertThat(chat.turns.next().question).isEqualTo("/etc is what?");
        }
    }

    @Test
    void aBigPasteIsOneTextAndSendsNothing() {
        String big = "word 中文 \n".repeat(500);
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("\033[200~" + big + "end\033[201~");
            chat.screen.await(rows -> rows.stream().anyMatch(row -> row.strip().equals("end")), "the paste's end");
            assertThat(chat.turns.nothingAsked()).isTrue();

            chat.type("\r");

            assertThat(chat.turns.next().question).hasSize(big.length() + 3);
        }
    }

    @Test
    void upFindsEarlierLinesThatBeginAlikeAndDownComesBack() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.ask("what is one").end();
            chat.ask("who is two").end();
            chat.ask("what is three").end();
            chat.screen.awaitRows("› what is three", "", "", "›");

            chat.type("what");
            chat.type(UP);
            chat.screen.awaitRow("› what is three");
            chat.type(UP);
            chat.screen.awaitRows("", "› what is one", "");
            chat.type(UP + DOWN + DOWN);

            chat.screen.awaitRows("", "› what", "");
        }
    }

    @Test
    void upGoesThroughTheRowsOfATextFirst() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.ask("earlier").end();
            chat.screen.awaitRows("› earlier", "", "", "›");

            chat.type("first\033\rsecond" + UP + "!");
            chat.screen.awaitRows("› first!", "  second");
            chat.type("\033[H" + UP);

            chat.screen.awaitRows("", "› earlier", "");
        }
    }

    @Test
    void aTextGoesThroughTheEditorAndComesBackUnsent() throws IOException {
        Path seen = folder.resolve("seen");
        String editor = script(
                "cp \"$1\" '" + seen + "'; stat -c %a \"$1\" > '" + seen + ".mode'; printf 'one\\ntwo\\n' > \"$1\"");
        try (Chat chat = new Chat(folder, 60, Chat.STYLE, Map.of("EDITOR", editor))) {
            chat.type("draft 中文" + CTRL_X_CTRL_E);

            chat.screen.awaitRows("", "› one", "  two", "");
            assertThat(Files.readString(seen)).isEqualTo("draft 中文");
            assertThat(Files.readString(Path.of(seen + ".mode"))).isEqualTo("600\n");
            assertThat(chat.turns.nothingAsked()).isTrue();
            chat.type("!\r");
            assertThat(chat.turns.next().question).isEqualTo("one\ntwo!");
        }
    }

    @Test
    void whatAReplySaysMeanwhileFollowsTheEditor() throws IOException {
        Path go = folder.resolve("go");
        String editor = script("while [ ! -e '" + go + "' ]; do sleep 0.02; done; echo edited > \"$1\"");
        try (Chat chat = new Chat(folder, 60, Chat.STYLE, Map.of("VISUAL", editor, "EDITOR", "false"))) {
            ScriptedTurns.Turn turn = chat.ask("hi");
            turn.token("before");
            chat.screen.awaitRow("before");
            chat.type("/edit\r");
            chat.screen.awaitGone("writing… ›");

            turn.token(" and after");
            Files.createFile(go);

            chat.screen.awaitRows("before and after", "writing… › edited");
        }
    }

    @Test
    void aMissingEditorIsOneLineAndTheTextStays() {
        try (Chat chat = new Chat(folder, 80, Chat.STYLE, Map.of("EDITOR", "no-such-editor -x"))) {
            chat.type("draft" + CTRL_X_CTRL_E);

            chat.screen.awaitRows(
                    "Cannot find the editor 'no-such-editor -x'. Set EDITOR to an installed one.", "› draft");
        }
    }

    @Test
    void anEditorThatFailsLeavesTheTextAsItWas() {
        try (Chat chat = new Chat(folder, 80, Chat.STYLE, Map.of("EDITOR", "sh -c 'exit 3'"))) {
            chat.type("draft" + CTRL_X_CTRL_E);

            chat.screen.awaitRows("Editor 'sh -c 'exit 3'' exited with status 3. Text unchanged.", "› draft");
        }
    }

    private String script(String commands) throws IOException {
        Path file = Files.writeString(folder.resolve("my editor"), "#!/bin/sh\n" + commands + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return "'" + file + "'";
    }
}
