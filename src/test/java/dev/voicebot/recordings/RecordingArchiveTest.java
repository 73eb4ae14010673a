package dev.voicebot.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RecordingArchiveTest {
    private static final int RATE = 22050;
    private static final ReplyDetails DETAILS = new ReplyDetails("What is it?", "longxiaochun_v2", "dashscope");

    private final SettableClock clock =
            new SettableClock(Instant.parse("2026-03-04T02:05:06.789Z"), ZoneId.of("Asia/Shanghai"));

    @TempDir
    private Path folder;

    private Path directory;
    private RecordingArchive archive;

    @BeforeEach
    void anArchiveWhoseFolderIsNotThereYet() {
        directory = folder.resolve("some/output_wavs");
        archive = new RecordingArchive(directory, clock);
    }

    @Test
    void aReplyIsSavedUnderItsLocalTimeWithItsWordsBesideIt() throws IOException {
        save("It is a bot.", 2);

        assertThat(namesIn(directory)).containsExactlyInAnyOrder("20260304_100506.wav", "20260304_100506.json");
        assertThat(directory.resolve("20260304_100506.wav")).hasSize(44 + 2 * RATE * 2);
        assertThat(directory.resolve("20260304_100506.json"))
                .content()
                .contains("\"It is a bot.\"", "\"What is it?\"", "\"longxiaochun_v2\"", "\"dashscope\"")
                .contains("\"2026-03-04T10:05:06.789+08:00\"");
    }

    @Test
    void whatIsSavedIsListed() {
        Path wav = save("It is a bot.", 2);

        assertThat(archive.list())
                .containsExactly(
                        new SavedReply(wav, clock.instant(), Duration.ofSeconds(2), "It is a bot.", "What is it?"));
    }

    @Test
    void aTakenNameGetsANumberAndTheNewestIsStillFirst() throws IOException {
        for (int i = 1; i <= 11; i++) {
            save("reply " + i, 1);
        }

        assertThat(namesIn(directory))
                .contains("20260304_100506.wav", "20260304_100506_2.wav", "20260304_100506_11.json");
        assertThat(archive.list())
                .extracting(SavedReply::said)
                .startsWith("reply 11", "reply 10", "reply 9")
                .endsWith("reply 1");
    }

    @Test
    @Timeout(30)
    void savingAtTheSameMomentNeverCollides() throws Exception {
        int many = 8;
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<Path>> saved = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                String said = "reply " + i;
                Callable<Path> save = () -> {
                    go.await();
                    try (ReplyRecorder recorder = new RecordingArchive(directory, clock).start(DETAILS, RATE)) {
                        recorder.text(said);
                        recorder.write(new PcmFrame(new short[100], RATE));
                        return recorder.file();
                    }
                };
                saved.add(threads.submit(save));
            }
            go.countDown();

            for (Future<Path> file : saved) {
                assertThat(file.get()).hasSize(244);
            }
            assertThat(archive.list())
                    .extracting(SavedReply::said)
                    .doesNotHaveDuplicates()
                    .hasSize(many);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void folderAndFilesBelongToTheirOwnerAlone() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "a system with POSIX permissions");

        Path wav = save("secret", 1);

        assertThat(permissions(directory)).isEqualTo("rwx------");
        assertThat(permissions(wav)).isEqualTo("rw-------");
        assertThat(permissions(Sidecar.besides(wav))).isEqualTo("rw-------");
    }

    @Test
    void bothFilesAreValidWhileTheReplyIsStillSpoken() {
        try (ReplyRecorder recorder = archive.start(DETAILS, RATE)) {
            recorder.text("It is ");
            clock.advance(Duration.ofMillis(300));
            recorder.text("a bot");
            recorder.write(new PcmFrame(new short[RATE], RATE));

            assertThat(archive.list())
                    .singleElement()
                    .satisfies(reply -> assertThat(reply.said()).isEqualTo("It is a bot"))
                    .satisfies(reply -> assertThat(reply.question()).isEqualTo("What is it?"))
                    .satisfies(reply -> assertThat(reply.length()).isEqualTo(Duration.ofSeconds(1)));
        }
    }

    @Test
    void wordsThatCameLastAreSavedWithTheSoundThatFollows() {
        try (ReplyRecorder recorder = archive.start(DETAILS, RATE)) {
            recorder.text("It is a bot");
            assertThat(saidBeside(recorder)).isEmpty();

            clock.advance(Duration.ofMillis(250));
            recorder.write(new PcmFrame(new short[10], RATE));

            assertThat(saidBeside(recorder)).isEqualTo("It is a bot");
        }
    }

    @Test
    void aClockSetBackDoesNotHoldTheWordsBack() {
        try (ReplyRecorder recorder = archive.start(DETAILS, RATE)) {
            clock.advance(Duration.ofHours(-1));
            recorder.text("It is a bot");

            assertThat(saidBeside(recorder)).isEqualTo("It is a bot");
        }
    }

    @Test
    void aReplyWithoutSoundLeavesNothing() throws IOException {
        ReplyRecorder recorder = archive.start(DETAILS, RATE);
        recorder.text("never heard");
        assertThat(recorder.length()).isZero();
        recorder.close();

        assertThat(namesIn(directory)).isEmpty();
    }

    @Test
    void nothingIsAddedAfterTheEnd() {
        ReplyRecorder recorder = archive.start(DETAILS, RATE);
        recorder.text("heard");
        recorder.write(new PcmFrame(new short[RATE], RATE));
        recorder.close();

        recorder.text(" late");
        recorder.write(new PcmFrame(new short[RATE], RATE));
        recorder.close();

        assertThat(recorder.length()).isEqualTo(Duration.ofSeconds(1));
        assertThat(archive.list()).extracting(SavedReply::said).containsExactly("heard");
    }

    @Test
    void aFileWhereTheFolderShouldBeIsNamed() throws IOException {
        Files.createDirectories(directory.getParent());
        Files.writeString(directory, "a file");

        assertThatThrownBy(() -> archive.start(DETAILS, RATE))
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.FAILED))
                .hasMessage(directory + " is not a folder. Choose another in recordings.directory.");
    }

    @Test
    void aFolderThatIsALinkIsUsed() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        try (ReplyRecorder recorder = new RecordingArchive(link, clock).start(DETAILS, RATE)) {
            recorder.write(new PcmFrame(new short[10], RATE));
        }

        assertThat(namesIn(real)).contains("20260304_100506.wav");
    }

    @Test
    void withoutAFolderTheListIsEmpty() {
        assertThat(archive.list()).isEmpty();
        assertThat(archive.find("1")).isEmpty();
        assertThat(directory).doesNotExist();
    }

    @Test
    void theNewestComesFirstWhateverTheOrderOfSaving() {
        save("first", 1);
        clock.advance(Duration.ofDays(2));
        save("third", 1);
        clock.advance(Duration.ofDays(-1));
        save("second", 1);

        assertThat(archive.list()).extracting(SavedReply::said).containsExactly("third", "second", "first");
    }

    @Test
    void soundWithoutWordsIsListedByItsName() throws IOException {
        Path wav = save("lost", 1);
        Files.delete(Sidecar.besides(wav));

        assertThat(archive.list())
                .containsExactly(
                        new SavedReply(wav, Instant.parse("2026-03-04T02:05:06Z"), Duration.ofSeconds(1), "", ""));
    }

    @Test
    void brokenWordsDoNotHideTheSound() throws IOException {
        for (String broken :
                List.of("", "{\"said\": \"It", "[]", "null", "{\"said\":\"x\",\"time\":\"soon\"}", "\u0000\u0001")) {
            Path wav = save("lost", 1);
            Files.writeString(Sidecar.besides(wav), broken);
        }

        assertThat(archive.list())
                .hasSize(6)
                .allSatisfy(reply -> assertThat(reply.said()).isEmpty());
    }

    @Test
    void wordsOfALaterVersionAreReadAsFarAsTheyAreKnown() throws IOException {
        Path wav = save("old", 1);
        Files.writeString(
                Sidecar.besides(wav), "{\"time\":\"2026-03-04T10:05:06+08:00\",\"said\":\"new\",\"mood\":{\"x\":[1]}}");

        assertThat(archive.list()).extracting(SavedReply::said).containsExactly("new");
    }

    @Test
    void aKilledRecordingIsAsLongAsItsFile() throws IOException {
        Path unpatched = save("unpatched", 1);
        patchSize(unpatched, 0);
        clock.advance(Duration.ofSeconds(1));
        Path cut = save("cut", 3);
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 44 + RATE));

        assertThat(archive.list())
                .extracting(SavedReply::length)
                .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void aRecordingKilledBeforeItsFirstSoundIsNotListed() throws IOException {
        Path wav = save("nothing", 1);
        patchSize(wav, 0);
        Files.write(wav, Arrays.copyOf(Files.readAllBytes(wav), 44));

        assertThat(archive.list()).isEmpty();
    }

    @Test
    void aKilledRecordingIsMendedOnceNobodyWritesToIt() throws IOException {
        Path wav = save("cut off", 2);
        tellSize(wav, 100);
        Files.write(wav, new byte[] {7}, StandardOpenOption.APPEND);
        clock.set(Instant.now().plus(Duration.ofHours(1)));

        List<SavedReply> replies = archive.list();

        assertThat(replies).extracting(SavedReply::length).containsExactly(Duration.ofSeconds(2));
        assertThat(archive.mended()).isEqualTo(1);
        assertThat(toldSize(wav)).isEqualTo(2 * RATE * 2);
        assertThat(Files.size(wav)).isEqualTo(44 + 2 * RATE * 2);
    }

    @Test
    void aRecordingThatMayStillBeWrittenIsLeftAlone() throws IOException {
        Path wav = save("still going", 2);
        tellSize(wav, 100);
        clock.set(Instant.now());

        archive.list();

        assertThat(archive.mended()).isZero();
        assertThat(toldSize(wav)).isEqualTo(100);
    }

    @Test
    void finishedRepliesAreListedFromTheIndex() throws IOException {
        Path wav = save("你好\t, \\world\n", 1);
        clock.set(Instant.now().plus(Duration.ofHours(1)));
        List<SavedReply> before = archive.list();
        Files.writeString(wav, "no sound any more");

        List<SavedReply> after = archive.list();

        assertThat(after).hasSize(1).extracting(SavedReply::said).containsExactly("你好\t, \\world\n");
        assertThat(after.get(0).length()).isEqualTo(before.get(0).length());
    }

    @Test
    void aBrokenIndexIsMadeAnew() throws IOException {
        save("hello", 1);
        clock.set(Instant.now().plus(Duration.ofHours(1)));
        archive.list();
        Path index = directory.resolve(".index");
        byte[] whole = Files.readAllBytes(index);

        for (int length = 0; length < whole.length; length++) {
            replaceIndex(index, Arrays.copyOf(whole, length));
            assertThat(archive.list()).extracting(SavedReply::said).containsExactly("hello");
        }
        for (int place = 0; place < whole.length; place++) {
            byte[] broken = whole.clone();
            broken[place] ^= 1;
            replaceIndex(index, broken);
            assertThat(archive.list()).extracting(SavedReply::said).containsExactly("hello");
        }
    }

    /** As if it were all there is to know of the folder. */
    private void replaceIndex(Path index, byte[] bytes) throws IOException {
        Files.write(index, bytes);
        Files.setLastModifiedTime(index, Files.getLastModifiedTime(directory));
    }

    @Test
    void anIndexOfAnotherVersionIsMadeAnew() throws IOException {
        save("hello", 1);
        clock.set(Instant.now().plus(Duration.ofHours(1)));
        archive.list();
        replaceIndex(
                directory.resolve(".index"),
                "voicebot recordings 1\nx.wav\t0\t0\tno\tno\n".getBytes(StandardCharsets.UTF_8));

        assertThat(archive.list()).extracting(SavedReply::said).containsExactly("hello");
    }

    @Test
    void aDeletedReplyIsGoneWithItsWords() throws IOException {
        save("stays", 1);
        clock.set(Instant.now().plus(Duration.ofHours(1)));
        save("goes", 1);

        archive.delete(archive.list().get(0));

        assertThat(archive.list()).extracting(SavedReply::said).containsExactly("stays");
        assertThat(namesIn(directory)).noneMatch(name -> name.contains(".part"));
    }

    @Test
    void anExportedReplyIsCopiedWithItsWordsAndNeverOverAnother() throws IOException {
        save("take me", 1);
        Path target = Files.createDirectory(folder.resolve("exported"));
        SavedReply reply = archive.list().get(0);

        Path copy = archive.export(reply, target);

        assertThat(copy).hasSameBinaryContentAs(reply.wav());
        assertThat(namesIn(target)).hasSize(2);
        assertThatThrownBy(() -> archive.export(reply, target)).hasMessageContaining("already exists");
    }

    @Test
    void whatIsNoReplyIsIgnored() throws IOException {
        save("mine", 1);
        Files.writeString(directory.resolve("20260304_100507.wav"), "no sound at all");
        Files.writeString(directory.resolve("20260304_100508.wav"), "");
        Files.writeString(directory.resolve("20261399_100508.wav"), "no such day");
        Files.copy(directory.resolve("20260304_100506.wav"), directory.resolve("music.wav"));
        Files.writeString(directory.resolve("notes.txt"), "hello");
        Files.createDirectory(directory.resolve("20260304_100509.wav"));

        assertThat(archive.list()).extracting(SavedReply::said).containsExactly("mine");
    }

    @Test
    void aNumberCountsFromTheNewest() {
        save("older", 1);
        clock.advance(Duration.ofSeconds(1));
        save("newer", 1);

        assertThat(archive.find("1")).map(SavedReply::said).contains("newer");
        assertThat(archive.find(" 2 ")).map(SavedReply::said).contains("older");
        assertThat(archive.find("3")).isEmpty();
        assertThat(archive.find("0")).isEmpty();
        assertThat(archive.find("99999999999")).isEmpty();
    }

    @Test
    void aNameFindsWithAndWithoutItsEnding() {
        Path wav = save("first", 1);
        save("second", 1);

        assertThat(archive.find("20260304_100506")).map(SavedReply::wav).contains(wav);
        assertThat(archive.find("20260304_100506.wav")).map(SavedReply::wav).contains(wav);
        assertThat(archive.find("20260304_100506_2")).map(SavedReply::said).contains("second");
        assertThat(archive.find("20260304_100507.wav")).isEmpty();
    }

    @Test
    void aPathFindsInsideAndOutsideOfTheFolder() throws IOException {
        Path wav = save("first", 1);
        Path outside = Files.copy(wav, folder.resolve("elsewhere.wav"));
        Path noSound = Files.writeString(folder.resolve("letter.wav"), "Dear reader, this is no sound.");

        assertThat(archive.find(wav.toString())).map(SavedReply::said).contains("first");
        assertThat(archive.find(outside.toString())).map(SavedReply::length).contains(Duration.ofSeconds(1));
        assertThat(archive.find(folder.resolve("none.wav").toString())).isEmpty();
        assertThatThrownBy(() -> archive.find(noSound.toString()))
                .isInstanceOf(AssistantException.class)
                .hasMessageStartingWith(noSound + " is not a WAV file");
    }

    @Test
    void wordsFindTheNewestReplyThatHasThemAll() {
        save("The weather in Paris is fine.", 1);
        clock.advance(Duration.ofSeconds(1));
        save("The weather in Oslo is fine.", 1);
        clock.advance(Duration.ofSeconds(1));
        save("今天天气很好。", 1);

        assertThat(archive.find("weather")).map(SavedReply::said).contains("The weather in Oslo is fine.");
        assertThat(archive.find("PARIS  fine")).map(SavedReply::said).contains("The weather in Paris is fine.");
        assertThat(archive.find("天气")).map(SavedReply::said).contains("今天天气很好。");
        assertThat(archive.find("what oslo")).map(SavedReply::said).contains("The weather in Oslo is fine.");
        assertThat(archive.find("Paris Oslo")).isEmpty();
    }

    @Test
    void aNumberThatIsNoPlaceInTheListMayBeAWord() {
        save("It was built in 1889.", 1);

        assertThat(archive.find("1889")).map(SavedReply::said).contains("It was built in 1889.");
    }

    @Test
    void anExplicitFileGetsTheSoundAlone() throws IOException {
        Path file = Files.write(folder.resolve("reply.wav"), new byte[100_000]);

        try (ReplyRecorder recorder = RecordingArchive.saveAs(file, RATE)) {
            recorder.text("Hello");
            recorder.write(new PcmFrame(new short[RATE], RATE));
        }

        assertThat(file).hasSize(44 + 2 * RATE);
        assertThat(namesIn(folder)).containsExactly("reply.wav");
    }

    @Test
    void anExplicitFolderIsRefused() {
        assertThatThrownBy(() -> RecordingArchive.saveAs(folder, RATE))
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.USAGE))
                .hasMessage(folder + " is a folder. Name a file, for example " + folder.resolve("reply.wav") + ".");
    }

    private Path save(String said, int seconds) {
        try (ReplyRecorder recorder = archive.start(DETAILS, RATE)) {
            recorder.text(said);
            for (int i = 0; i < seconds; i++) {
                recorder.write(new PcmFrame(new short[RATE], RATE));
            }
            return recorder.file();
        }
    }

    private String saidBeside(ReplyRecorder recorder) {
        try {
            return Sidecar.read(Sidecar.besides(recorder.file())).said();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void patchSize(Path wav, int size) throws IOException {
        byte[] bytes = Files.readAllBytes(wav);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, size).putInt(40, size);
        Files.write(wav, bytes);
    }

    private static void tellSize(Path wav, int size) throws IOException {
        byte[] bytes = Files.readAllBytes(wav);
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(4, size + 36)
                .putInt(40, size);
        Files.write(wav, bytes);
    }

    private static int toldSize(Path wav) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(wav))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt(40);
    }

    private static Set<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static final class SettableClock extends Clock {
        private final ZoneId zone;
        private Instant now;

        SettableClock(Instant now, ZoneId zone) {
            this.now = now;
            this.zone = zone;
        }

        void set(Instant time) {
            now = time;
        }

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new SettableClock(now, other);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
