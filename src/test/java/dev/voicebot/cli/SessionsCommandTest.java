package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voicebot.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SessionsCommandTest {
    @TempDir
    private Path home;

    private Shell shell;

    @BeforeEach
    void keepTwo() throws IOException {
        shell = new Shell(home);
        KeptConversation.write(home, home.resolve("1.wav"));
    }

    @Test
    void theListIsALineEachTheLastUsedFirst() {
        Shell.Finished finished = shell.run("sessions", "list");

        assertThat(finished.exit()).isZero();
        assertThat(finished.lines()).hasSize(2);
        assertThat(finished.lines().get(0)).matches("20261125-0953-abc   2026-11-2\\d \\d\\d:53     2  What is tea\\?");
        assertThat(finished.lines().get(1)).startsWith("20261124-0800-xyz").endsWith("   1  hello");
    }

    @Test
    void theListAsJson() throws IOException {
        Shell.Finished finished = shell.run("sessions", "list", "--json");

        assertThat(finished.lines()).hasSize(2);
        assertValid("session-summary", finished);
        JsonNode first = new ObjectMapper().readTree(finished.lines().get(0));
        assertThat(first.path("session").asText()).isEqualTo(KeptConversation.SPOKEN);
        assertThat(first.path("turns").asInt()).isEqualTo(2);
    }

    @Test
    void aConversationIsShownByItsFirstLetters() {
        Shell.Finished finished = shell.run("sessions", "show", "20261125");

        assertThat(finished.out()).contains("> What is tea?", "A hot drink.", "> 茶道呢？", "*[interrupted]*");
    }

    @Test
    void aConversationAsJson() throws IOException {
        Shell.Finished finished = shell.run("sessions", "show", "20261125", "--json");

        assertValidWhole(finished);
        JsonNode turn =
                new ObjectMapper().readTree(finished.out()).path("turns").path(0);
        assertThat(turn.path("spoken").path("partials").path(1).path(1).asText())
                .isEqualTo("What is");
        assertThat(turn.path("tokens").path(1).toString()).isEqualTo("[20,\"drink.\"]");
        assertValidWhole(shell.run("sessions", "show", "20261124", "--json"));
    }

    @Test
    void whatAChatKeepsIsShownAsTheSchemaSays() {
        shell.run("chat", "--no-speak", "What can you do?");

        Shell.Finished list = shell.run("sessions", "list", "--json");
        assertValid("session-summary", list);
        assertThat(list.out()).contains("What can you do?");
        String id = shell.run("sessions", "list").lines().get(0).split(" ", 2)[0];
        Shell.Finished shown = shell.run("sessions", "show", id, "--json");
        assertValidWhole(shown);
        assertThat(shown.out()).contains("\"end\" : \"whole\"");
    }

    @Test
    void wordsAreFound() {
        Shell.Finished finished = shell.run("sessions", "search", "TEA", "drink");

        assertThat(finished.lines()).hasSize(1);
        assertThat(finished.out()).startsWith("20261125-0953-abc      1  ");
        assertValid("session-hit", shell.run("sessions", "search", "--json", "茶道"));
        assertThat(shell.run("sessions", "search", "--json", "茶道").out()).contains("\"turn\":2");
    }

    @Test
    void nothingFoundIsNoLineTellsSoAndEndsAsGrepDoes() {
        Shell.Finished finished = shell.run("sessions", "search", "coffee");

        assertThat(finished.exit()).as("as grep ends").isEqualTo(1);
        assertThat(finished.out()).isEmpty();
        assertThat(finished.err()).isEqualTo("voicebot: No conversation contains 'coffee'.\n");
        assertThat(shell.run("sessions", "search", "--json", "coffee").out()).isEmpty();
    }

    @Test
    void anExportIsADocumentInAFile() throws IOException {
        Path file = home.resolve("talk.json");

        Shell.Finished finished =
                shell.run("sessions", "export", "20261125", "--format", "json", "-o", file.toString());

        assertThat(finished.lines()).containsExactly(file.toString());
        assertThat(JsonSchema.named("session").mistakes(Files.readString(file))).isEmpty();
        assertThat(shell.run("sessions", "export", "20261125").out()).startsWith("# Conversation of ");
    }

    @Test
    void aConversationIsDeleted() {
        Shell.Finished finished = shell.run("sessions", "delete", "20261124");

        assertThat(finished.out()).isEmpty();
        assertThat(finished.err()).isEqualTo("voicebot: Deleted 20261124-0800-xyz.\n");
        assertThat(shell.run("sessions", "list").lines()).hasSize(1);
    }

    @Test
    void mistakesAreOneLineAndCode2() {
        assertUsage("Missing command: list, show, search, export or delete.", "sessions");
        assertUsage("20261125-0953-abc", "sessions", "show", "202611");
        assertUsage("nine", "sessions", "show", "nine");
    }

    private void assertUsage(String complaint, String... arguments) {
        Shell.Finished finished = shell.run(arguments);

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err()).contains(complaint).hasLineCount(1);
    }

    private static void assertValidWhole(Shell.Finished finished) {
        assertThat(JsonSchema.named("session").mistakes(finished.out()))
                .as(finished.out())
                .isEmpty();
    }

    private static void assertValid(String schema, Shell.Finished finished) {
        assertThat(finished.exit()).as(finished.err()).isZero();
        assertThat(finished.lines())
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(JsonSchema.named(schema).mistakes(line)).isEmpty());
    }
}
