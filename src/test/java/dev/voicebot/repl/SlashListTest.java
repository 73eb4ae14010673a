package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands that were promised: each is there, is explained, and is completed. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlashListTest {
    private static final List<String> PROMISED = List.of(
            ("/talk /mute /voice /model /system /lang /replay /new /sessions /resume /search /export /retry /undo /edit"
                            + " /copy /clear /history /usage /timings /devices /handsfree /config /help /quit")
                    .split(" "));

    /** Those whose argument has values that can be known. */
    private static final List<String> WITH_VALUES =
            List.of("/voice loo", "/model qwen-m", "/lang z", "/copy co", "/config synthesis.v", "/help hist");

    private Chat chat;

    @BeforeAll
    void open(@TempDir Path folder) {
        chat = new Chat(folder, 100);
    }

    @AfterAll
    void close() {
        chat.close();
    }

    static Stream<String> promised() {
        return PROMISED.stream();
    }

    static Stream<String> values() {
        return WITH_VALUES.stream();
    }

    @ParameterizedTest
    @MethodSource("promised")
    void eachIsExplained(String name) {
        chat.type("\025\014/help " + name + "\r");

        chat.screen.await(
                rows -> rows.stream().anyMatch(row -> row.matches(name + "( .*)? {2,}\\S.*|" + name + " .+")),
                "the help of " + name);
    }

    @ParameterizedTest
    @MethodSource("promised")
    void eachIsCompleted(String name) {
        chat.type("\025" + name.substring(0, name.length() - 1) + "\t!");
        chat.screen.await(rows -> rows.stream().anyMatch(row -> row.startsWith("› " + name)), name);
    }

    @ParameterizedTest
    @MethodSource("values")
    void valuesAreCompleted(String begun) {
        chat.type("\025" + begun + "\t!");
        chat.screen.await(
                rows -> rows.stream().anyMatch(row -> row.startsWith("› " + begun) && row.endsWith(" !")), begun + "…");
    }

    @Test
    void theHelpListsAll() {
        chat.type("\025/help all\r");
        chat.screen.await(rows -> rows.stream().anyMatch(row -> row.startsWith("Ctrl-X ")), "the end of the help");

        List<String> listed = chat.screen.everyRow().stream()
                .filter(row -> row.startsWith("/"))
                .map(row -> row.split(" ", 2)[0])
                .toList();
        assertThat(listed).containsAll(PROMISED);
    }

    /** Label-like summaries in the help's list: no capital, no full stop, at most eleven words. */
    @Test
    void theSummariesAreShort() {
        chat.type("\025/help all\r");
        chat.screen.await(rows -> rows.stream().anyMatch(row -> row.startsWith("Ctrl-X ")), "the end of the help");

        List<String> summaries = chat.screen.everyRow().stream()
                .filter(row -> row.matches("/[a-z]+.* {2,}\\S.*"))
                .map(row -> row.replaceFirst("^/.* {2,}", ""))
                .toList();
        assertThat(summaries)
                .isNotEmpty()
                .allMatch(text -> text.matches("[a-z].*[^.]"))
                .allMatch(text -> text.split(" ").length <= 11);
    }
}
