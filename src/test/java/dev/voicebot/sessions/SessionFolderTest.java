package dev.voicebot.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voicebot.NamedPipe;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    @Timeout(60)
    void aPipeWithTheNameOfASessionIsPassedOver() throws IOException, InterruptedException {
        NamedPipe.make(directory.resolve("20261105-0900-abc.jsonl"));

        assertThat(folder.list()).hasSize(3);
        assertThat(folder.search("tea")).isNotEmpty();
        assertThatThrownBy(() -> folder.find("20261105")).hasMessageContaining("not a regular file");
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
    void ofManyCandidatesEightAreNamed() throws IOException {
        for (char last = 'a'; last <= 'h'; last++) {
            write("20261201-0900-aa" + last, 1);
        }
        assertThatThrownBy(() -> folder.find("202612"))
                .hasMessageEndingWith("20261201-0900-aaa.")
                .hasMessageNotContaining("more");

        write("20261201-0900-aai", 1);
        write("20261201-0900-aaj", 1);

        assertThatThrownBy(() -> folder.find("202612")).hasMessageEndingWith("-aac and 2 more.");
        assertThat(folder.directory()).isEqualTo(directory);
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
        assertThat(found("tea")).extracting(SessionHit::id).containsExactly("20261103-0900-xyz", "20261101-0900-abc");
        assertThat(found("Tea CEREMONY")).hasSize(1);
        assertThat(found("tea sun")).isEmpty();
        assertThat(found("  ")).isEmpty();
    }

    @Test
    void chineseIsFoundToo() {
        assertThat(found("茶道 艺术"))
                .singleElement()
                .satisfies(hit -> assertThat(hit.excerpt()).contains("茶道"));
    }

    @Test
    void aFileWithOtherSpacesIsReadTheSame() throws IOException {
        Files.writeString(directory.resolve("20261105-0900-abc.jsonl"), """
                { "session" : "20261105-0900-abc" , "started" : "2026-11-01T09:00:00Z" }
                { "turn" : 1 , "asked" : "2026-11-05T09:00:00Z" , "question" : "green tea" , "reply" : "a leaf" }
                {\t"undo"\t:\t1 }\r
                { "asked" : "2026-11-05T09:01:00Z", "question" : "\\"turn\\": 7", "x": {"turn": 8}, "turn": 2 }
                { "turn":3, "question":"black tea", "reply":"another", "asked":"2026-11-05T09:02:00Z" }
                """);

        assertThat(folder.list().get(0))
                .isEqualTo(new SessionSummary(
                        "20261105-0900-abc", Instant.parse("2026-11-05T09:02:00Z"), 2, "\"turn\": 7"));
        assertThat(found("tea")).first().satisfies(hit -> {
            assertThat(hit.turn().question()).isEqualTo("black tea");
            assertThat(hit.turn().number()).isEqualTo(3);
        });
        assertThat(found("green")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ça VA         | Ça va
            kelvin        | 300 \u212Aelvin
            IŞIK          | işik
            ὈΔΥΣΣΕΎΣ      | Ὀδυσσεύς
            İstanbul      | İSTANBUL
            xi            | Xİ
            tcp/ip        | tcp\\/ip
            a"b           | say \\"A\\"b\\" or a\\"b
            naïve         | na\\u00efve
            c:\\x         | C:\\\\x
            😀            | \\ud83d\\ude00
            Ω             | 5 \u2126
            """)
    void aWordIsFoundHoweverJsonAndLetterCaseWriteIt(String words, String written) throws IOException {
        write("20261106-0900-abc", 500, turn(1, "so", written, "whole"));
        assertThat(new ObjectMapper()
                        .readTree("\"" + written + "\"")
                        .asText()
                        .toLowerCase(Locale.ROOT)
                        .contains(words.toLowerCase(Locale.ROOT)))
                .isTrue();

        assertThat(found(words)).extracting(SessionHit::id).contains("20261106-0900-abc");
    }

    @Test
    void anExcerptIsARowAroundTheFirstWord() throws IOException {
        String long1 = "word ".repeat(100) + "teapot" + "\\n  and more".repeat(30);
        write("20261106-0900-abc", 500, turn(1, "so", long1, "whole"));

        assertThat(found("teapot").get(0).excerpt())
                .startsWith("…word word teapot and more and more")
                .endsWith("…")
                .hasSize(122);
    }

    @Test
    void anExcerptBeginsWithTheQuestionWhereThatBeginsWithTheWord() throws IOException {
        write("20261106-0900-abc", 500, turn(1, "Oolong " + "or not ".repeat(40), "Yes.", "whole"));

        assertThat(found("oolong").get(0).excerpt()).startsWith("Oolong or not").endsWith("…");
    }

    @Test
    void aDeletedSessionIsGone() {
        List<String> deleted = new ArrayList<>();

        folder.delete(List.of("20261101"), deleted::add);

        assertThat(deleted).containsExactly("20261101-0900-abc");
        assertThat(folder.ids()).doesNotContain("20261101-0900-abc");
    }

    @Test
    void aFolderThatIsNotThereIsEmpty() {
        SessionFolder none = new SessionFolder(directory.resolve("none"), Clock.systemUTC());

        assertThat(none.list()).isEmpty();
        assertThat(none.newest()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026110-0900-abc.jsonl",
                "20261101-0900-ABC.jsonl",
                "20261101_0900-abc.jsonl",
                "2026110a-0900-abc.jsonl",
                "20261101-0900-abcd.jsonl",
                "20261101-0900-ab_.jsonl",
                "20261101-0900-abc.json",
                "20261101-0900-abc.jsonl~",
                ".jsonl"
            })
    void aFileWithAnotherNameIsNoConversation(String name) throws IOException {
        Files.writeString(directory.resolve(name), turn(1, "What is tea?", "A drink.", "whole"));

        assertThat(folder.ids()).hasSize(4).doesNotContain(name.replace(".jsonl", ""));
    }

    @Test
    void aFileOfSomethingElseHurtsNobody() throws IOException {
        Files.writeString(directory.resolve("notes.jsonl"), "not json\n{\"turn\":\"x\"\n\u0000\n");

        assertThat(folder.list()).hasSize(3);
        assertThat(found("tea")).hasSize(2);
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

    private List<SessionHit> found(String words) {
        return folder.search(words).flatMap(List::stream).toList();
    }

    /** The turns at {@code used} seconds of the day; the file's own time says the contrary. */
    private void write(String id, long used, String... turns) throws IOException {
        Path file = directory.resolve(id + ".jsonl");
        String header =
                "{\"session\":\"" + id + "\",\"started\":\"2026-11-01T09:00:00Z\",\"engines\":\"chat: test\"}\n";
        Files.writeString(file, header + String.join("", turns).replace(":00Z", ":00.%03dZ".formatted(used)));
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(-used)));
    }

    private static String turn(int number, String question, String reply, String end) {
        return "{\"turn\":" + number + ",\"asked\":\"2026-11-01T09:01:00Z\",\"question\":\"" + question
                + "\",\"reply\":\"" + reply + "\",\"end\":\"" + end + "\",\"heard\":\"" + reply + "\"}\n";
    }
}
