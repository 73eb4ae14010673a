package dev.voicebot.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.NamedPipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The index that makes long lists quick: whatever happens to the files, the list is what they say. */
class SessionCatalogTest {
    private static final int MANY = 70; // so many are worth an index

    @TempDir
    private Path directory;

    private SessionFolder folder;

    @BeforeEach
    void listManyOnce() throws IOException {
        for (int i = 0; i < MANY; i++) {
            write(id(i), "question " + i, i);
        }
        folder = later(Duration.ofHours(1));
        folder.list();
    }

    @Test
    void aSecondListIsTheSame() {
        List<SessionSummary> second = folder.list();

        assertThat(index()).isRegularFile();
        assertThat(second).hasSize(MANY).isEqualTo(withoutIndex());
        assertThat(second.get(0).firstWords()).isEqualTo("question 69");
    }

    @Test
    void aFewConversationsNeedNoIndex() throws IOException {
        Path few = Files.createDirectory(directory.resolve("few"));
        Files.copy(file(0), few.resolve(file(0).getFileName()));

        assertThat(new SessionFolder(few, clock(Duration.ofHours(1))).list()).hasSize(1);

        assertThat(few.resolve(".index")).doesNotExist();
    }

    @Test
    void whatTheIndexKnowsIsNotReadAgain() {
        SessionIndex index = new SessionIndex(directory);
        List<SessionIndex.Row> marked = index.read().values().stream()
                .map(row -> new SessionIndex.Row(
                        row.stamp(),
                        new SessionSummary(row.summary().id(), row.summary().used(), 1, "of the index")))
                .toList();
        index.write(marked);

        assertThat(folder.list())
                .hasSize(MANY)
                .allMatch(session -> session.firstWords().equals("of the index"));
    }

    @Test
    void aFileThatWasEditedAndKeptItsSizeIsReadAgain() throws IOException {
        Files.writeString(file(5), Files.readString(file(5)).replace("question 5", "Question 5"));

        assertThat(firstWords(5)).isEqualTo("Question 5");
    }

    @Test
    void aFileWithAnEarlierTimeThanBeforeIsReadAgain() throws IOException {
        Files.writeString(file(5), Files.readString(file(5)).replace("question 5", "Question 5"));
        Files.setLastModifiedTime(file(5), FileTime.fromMillis(-5));

        assertThat(firstWords(5)).isEqualTo("Question 5");
        assertThat(firstWords(5)).isEqualTo("Question 5");
    }

    @Test
    void aFileThatReplacesAnotherWithItsTimeAndSizeIsReadAgain() throws IOException {
        Path aside = directory.resolve("aside");
        Files.writeString(aside, Files.readString(file(5)).replace("question 5", "Question 5"));
        Files.setLastModifiedTime(aside, Files.getLastModifiedTime(file(5)));

        Files.move(aside, file(5), StandardCopyOption.REPLACE_EXISTING);

        assertThat(firstWords(5)).isEqualTo("Question 5");
    }

    @Test
    void aFileThatChangedJustNowIsNotTrustedYet() throws IOException {
        SessionFolder now = later(Duration.ZERO);
        write(id(5), "other 1", 500);
        assertThat(now.list().get(0).firstWords()).isEqualTo("other 1");

        assertThat(Files.readString(index())).doesNotContain("other 1");
    }

    @Test
    void deletedConversationsLeaveNoWordsBehind() throws IOException {
        folder.delete(List.of(id(5), id(6)), id -> {});

        assertThat(Files.readString(index())).doesNotContain("question 5\n").contains("question 50");
        assertThat(folder.list()).hasSize(MANY - 2);
    }

    @Test
    void norDoThoseThatWereRemovedByHand() throws IOException {
        Files.delete(file(5));

        assertThat(folder.list()).hasSize(MANY - 1);

        assertThat(Files.readString(index())).doesNotContain("question 5\n");
    }

    @Test
    void norWordsThatWereEditedAway() throws IOException {
        write(id(5), "harmless", 5);

        assertThat(firstWords(5)).isEqualTo("harmless");

        assertThat(Files.readString(index())).doesNotContain("question 5\n");
    }

    @Test
    void aCopyOfTheFolderIsReadAnew() throws IOException {
        Path copy = Files.createDirectory(directory.resolve("copy"));
        for (int i = 0; i < MANY; i++) {
            Files.copy(file(i), copy.resolve(file(i).getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.copy(index(), copy.resolve(".index"));
        Path changed = copy.resolve(file(5).getFileName());
        FileTime time = Files.getLastModifiedTime(changed);
        Files.writeString(changed, Files.readString(changed).replace("question 5", "Question 5"));
        Files.setLastModifiedTime(changed, time);

        assertThat(new SessionFolder(copy, clock(Duration.ofHours(1))).list())
                .extracting(SessionSummary::firstWords)
                .contains("Question 5");
    }

    @Test
    void aTornOrForeignIndexIsReplaced() throws IOException {
        byte[] whole = Files.readAllBytes(index());
        for (byte[] damaged : List.of(
                new byte[0],
                "\n".getBytes(StandardCharsets.UTF_8),
                "voicebot sessions 0\t0\n".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(whole, whole.length / 2),
                new String(whole, StandardCharsets.UTF_8)
                        .replace("question 5", "Question 5")
                        .getBytes(StandardCharsets.UTF_8))) {
            Files.write(index(), damaged);

            assertThat(folder.list()).isEqualTo(withoutIndex());

            assertThat(Files.readAllBytes(index())).hasSameSizeAs(whole);
        }
    }

    @Test
    @Timeout(60)
    void aPipeOrAFolderInPlaceOfTheIndexHoldsNothingUp() throws IOException, InterruptedException {
        Files.delete(index());
        NamedPipe.make(index());
        assertThat(folder.list()).hasSize(MANY);

        Files.delete(index());
        Files.createDirectory(index());
        assertThat(folder.list()).hasSize(MANY);
    }

    @Test
    void firstWordsOfEveryKindComeBackWhole() throws IOException {
        write(id(5), "a\\tb\\nc \\\\t \\r \\u0000 😀 茶", 5);
        folder.list();

        assertThat(firstWords(5)).isEqualTo("a\tb\nc \\t \r \0 😀 茶");
    }

    private String firstWords(int number) {
        return folder.list().stream()
                .filter(session -> session.id().equals(id(number)))
                .findFirst()
                .orElseThrow()
                .firstWords();
    }

    private List<SessionSummary> withoutIndex() {
        try {
            Path bare = Files.createTempDirectory(directory, "bare");
            for (int i = 0; i < MANY; i++) {
                Files.copy(file(i), bare.resolve(file(i).getFileName()));
            }
            return new SessionFolder(bare, clock(Duration.ZERO)).list();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SessionFolder later(Duration time) {
        return new SessionFolder(directory, clock(time));
    }

    private static Clock clock(Duration ahead) {
        return Clock.fixed(Instant.now().plus(ahead), ZoneOffset.UTC);
    }

    private Path index() {
        return directory.resolve(".index");
    }

    private Path file(int number) {
        return directory.resolve(id(number) + ".jsonl");
    }

    private static String id(int number) {
        return "20261101-09%02d-abc".formatted(number);
    }

    private void write(String id, String question, int used) throws IOException {
        Instant asked = Instant.parse("2026-11-01T09:00:00Z").plusSeconds(used);
        Files.writeString(directory.resolve(id + ".jsonl"), """
                {"session":"%s","started":"2026-11-01T09:00:00Z","engines":"chat: test"}
                {"turn":1,"asked":"%s","question":"%s","reply":"so","end":"whole","heard":"so"}
                """.formatted(id, asked, question));
    }
}
