package dev.voicebot.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFolderTest {
    @TempDir
    private Path directory;

    private SessionFolder folder;

    @BeforeEach
    void keepThreeSessions() throws IOException {
        folder = new SessionFolder(directory, Clock.systemUTC());
        write("20261101-0900-abc", 100, turn(1, "What is tea?", "A drink.", "whole"));
        write(
                "20261102-0900-abd",
                300,
                turn(1, "你好，茶道是什么？", "茶道是泡茶的艺术。", "whole"),
                turn(2, "more", "Half", "interrupted"));
        write("20261103-0900-xyz", 200, turn(1, "The TEA ceremony", "", "failed"));
        write("20261104-0900-xyz", 400);
    }

    @Test
    void theOneLastUsedComesFirstAndEmptyOnesAreNotListed() {
        assertThat(folder.list())
                .extracting(SessionSummary::id)
                .containsExactly("20261102-0900-abd", "20261103-0900-xyz", "20261101-0900-abc");
        assertThat(folder.list().get(0).turns()).isEqualTo(2);
        assertThat(folder.list().get(0).firstWords()).isEqualTo("你好，茶道是什么？");
        assertThat(folder.newest())
                .hasValueSatisfying(session -> assertThat(session.id()).isEqualTo("20261102-0900-abd"));
    }

    @Test
    void theFirstLettersOfANameAreEnough() {
        assertThat(folder.find("20261101").id()).isEqualTo("20261101-0900-abc");
        assertThat(folder.find("20261102-0900-abd").turns()).hasSize(2);
    }

    @Test
    void lettersThatFitSeveralAreRefusedWithTheCandidates() {
        assertThatThrownBy(() -> folder.find("2026110")).isInstanceOfSatisfying(AssistantException.class, e -> {
            assertThat(e.kind()).isEqualTo(FaultKind.USAGE);
            assertThat(e.userMessage()).contains("20261101-0900-abc", "20261102-0900-abd");
        });
    }

    @Test
    void aNameThatNoSessionHasIsRefused() {
        assertThatThrownBy(() -> folder.find("nine"))
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.USAGE));
        assertThatThrownBy(() -> folder.find("../../etc/passwd")).isInstanceOf(AssistantException.class);
        assertThatThrownBy(() -> folder.find("")).isInstanceOf(AssistantException.class);
    }

    @Test
    void wordsAreFoundInAllSessionsWhateverTheirCase() {
        assertThat(folder.search("tea"))
                .extracting(SessionHit::id)
                .containsExactly("20261103-0900-xyz", "20261101-0900-abc");
        assertThat(folder.search("Tea CEREMONY")).hasSize(1);
        assertThat(folder.search("tea sun")).isEmpty();
        assertThat(folder.search("  ")).isEmpty();
    }

    @Test
    void chineseIsFoundToo() {
        assertThat(folder.search("茶道 艺术"))
                .singleElement()
                .satisfies(hit -> assertThat(hit.excerpt()).contains("茶道"));
    }

    @Test
    void aDeletedSessionIsGone() {
        assertThat(folder.delete("20261101")).isEqualTo("20261101-0900-abc");

        assertThat(folder.ids()).doesNotContain("20261101-0900-abc");
    }

    @Test
    void aFolderThatIsNotThereIsEmpty() {
        SessionFolder none = new SessionFolder(directory.resolve("none"), Clock.systemUTC());

        assertThat(none.list()).isEmpty();
        assertThat(none.newest()).isEmpty();
    }

    @Test
    void aFileOfSomethingElseHurtsNobody() throws IOException {
        Files.writeString(directory.resolve("notes.jsonl"), "not json\n{\"turn\":\"x\"\n\u0000\n");

        assertThat(folder.list()).hasSize(3);
        assertThat(folder.search("tea")).hasSize(2);
    }

    @Test
    void markdownHasTheQuestionsAsQuotesAndTellsHowTurnsEnded() {
        String text = new SessionMarkdown(ZoneOffset.UTC).of(folder.find("20261102"));

        assertThat(text).isEqualTo("""
                        # Conversation of 2026-11-01 09:00

                        Session 20261102-0900-abd · chat: test

                        ## 1 · 09:01:00

                        > 你好，茶道是什么？

                        茶道是泡茶的艺术。

                        ## 2 · 09:01:00

                        > more

                        Half

                        *[interrupted]*
                        """);
    }

    private void write(String id, long used, String... turns) throws IOException {
        Path file = directory.resolve(id + ".jsonl");
        String header =
                "{\"session\":\"" + id + "\",\"started\":\"2026-11-01T09:00:00Z\",\"engines\":\"chat: test\"}\n";
        Files.writeString(file, header + String.join("", turns));
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(used)));
    }

    private static String turn(int number, String question, String reply, String end) {
        return "{\"turn\":" + number + ",\"asked\":\"2026-11-01T09:01:00Z\",\"question\":\"" + question
                + "\",\"reply\":\"" + reply + "\",\"end\":\"" + end + "\",\"heard\":\"" + reply + "\"}\n";
    }
}
