package dev.voicebot.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.outcome.AssistantException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the folder is read and when its index is enough, and what of a killed program is repaired. */
class RecordingsFolderTest {
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofHours(1));
    private static final int RIFF_SIZE = 4; // where it is in the header
    private static final int DATA_SIZE = 40;

    @TempDir
    private Path directory;

    private RecordingArchive archive;

    @BeforeEach
    void anArchive() {
        archive = new RecordingArchive(directory, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void anUnchangedFolderIsNotReadAgain() throws IOException {
        Path wav = saved("hello");
        listedTwice(LONG_AGO);

        Files.delete(wav);
        touch(directory, LONG_AGO);

        assertThat(archive.list()).extracting(SavedReply::said).containsExactly("hello");
    }

    @Test
    void aChangedFolderIsReadAgain() throws IOException {
        Path wav = saved("hello");
        listedTwice(LONG_AGO);

        Files.delete(wav);

        assertThat(archive.list()).isEmpty();
    }

    @Test
    void aFolderThatChangedTwoSecondsAgoIsReadAgain() throws IOException {
        Path wav = saved("hello");
        Instant justNow = NOW.minusSeconds(2);
        listedTwice(justNow);

        Files.delete(wav);
        touch(directory, justNow);

        assertThat(archive.list()).isEmpty();
    }

    @Test
    void aReplyThatWasRemovedIsNotListedThoughTheFolderSeemsUnchanged() throws IOException {
        saved("hello");
        listedTwice(LONG_AGO);

        archive.delete(archive.list().get(0));
        touch(directory, LONG_AGO);

        assertThat(archive.list()).isEmpty();
    }

    @Test
    void wordsThatBeginWithABackslashAreListedFromTheIndexAsTheyWereSaid() throws IOException {
        saved("\\tmp\r\\");
        listedTwice(LONG_AGO);

        assertThat(archive.list()).extracting(SavedReply::said).containsExactly("\\tmp\r\\");
    }

    @Test
    void leftoversOfAKilledProgramAreRemovedAfterAMinute() throws IOException {
        Path old = fileFrom(".reply.part", NOW.minusSeconds(61));
        Path fresh = fileFrom(".other.part", NOW.minusSeconds(60));
        Path hidden = fileFrom(".hidden", LONG_AGO);
        Path users = fileFrom("notes.part", LONG_AGO);

        archive.list();

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
        assertThat(hidden).exists();
        assertThat(users).exists();
    }

    @Test
    void onlyRecordingsAreRepaired() throws IOException {
        Path reply = cutOff(saved("hello"));
        Path music = Files.copy(reply, directory.resolve("music.wav"));
        touch(music, LONG_AGO);
        saved("whole");
        fileFrom("20260304_110000.wav", LONG_AGO);

        archive.list();

        assertThat(dataSize(reply)).isEqualTo(2000);
        assertThat(dataSize(music)).isEqualTo(100);
        assertThat(archive.mended()).isEqualTo(1);
    }

    @Test
    void whoSpokeAndWhetherTheSoundIsWholeAreSaved() throws IOException {
        ReplyRecorder recorder = archive.start(new ReplyDetails("?", "Cherry", "dashscope"), 8000);
        recorder.write(new PcmFrame(new short[1000], 8000));
        assertThat(wordsOf(recorder).complete()).isFalse();

        recorder.spokenBy("espeak", "en-us");
        recorder.complete();
        recorder.close();

        assertThat(wordsOf(recorder).details()).isEqualTo(new ReplyDetails("?", "en-us", "espeak"));
        assertThat(wordsOf(recorder).complete()).isTrue();
    }

    @Test
    void withoutAPlaceForTheWordsNoSoundFileIsLeft() throws IOException {
        Path words = Files.createDirectories(directory.resolve("20260304_120000.json"));
        Files.createFile(words.resolve("in the way"));

        assertThatThrownBy(() -> archive.start(new ReplyDetails("", "", ""), 8000))
                .isInstanceOf(AssistantException.class)
                .hasMessageStartingWith("Cannot write " + words);

        assertThat(directory.resolve("20260304_120000.wav")).doesNotExist();
    }

    @Test
    void aNameIsNoSearch() throws IOException {
        Path wav = saved("hello");

        assertThat(archive.named("1")).map(SavedReply::wav).contains(wav);
        assertThat(archive.named("hello")).isEmpty();
        assertThat(archive.named(" ")).isEmpty();
        assertThat(archive.directory()).isEqualTo(directory);
    }

    /** So that the first time writes the index and the second finds it to be all of the folder, as of {@code changed}. */
    private void listedTwice(Instant changed) throws IOException {
        archive.list();
        touch(directory, changed);
        archive.list();
    }

    /** A reply that nobody writes to any more. */
    private Path saved(String said) throws IOException {
        try (ReplyRecorder recorder = archive.start(new ReplyDetails("", "", ""), 8000)) {
            recorder.text(said);
            recorder.write(new PcmFrame(new short[1000], 8000));
            recorder.close();
            return touch(recorder.file(), LONG_AGO);
        }
    }

    private Path fileFrom(String name, Instant time) throws IOException {
        return touch(Files.writeString(directory.resolve(name), "text"), time);
    }

    private static Path cutOff(Path wav) throws IOException {
        byte[] bytes = Files.readAllBytes(wav);
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(RIFF_SIZE, 136)
                .putInt(DATA_SIZE, 100);
        Files.write(wav, bytes);
        return touch(wav, LONG_AGO);
    }

    private static int dataSize(Path wav) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(wav))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt(DATA_SIZE);
    }

    private static Sidecar wordsOf(ReplyRecorder recorder) throws IOException {
        return Sidecar.read(Sidecar.besides(recorder.file()));
    }

    private static Path touch(Path file, Instant time) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(time));
    }
}
