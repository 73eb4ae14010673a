package dev.voicebot.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.voicebot.outcome.AssistantException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavWriterTest {
    private static final int RATE = 22050;

    @TempDir
    private Path folder;

    @Test
    void othersReadWhatIsWritten() throws Exception {
        Path file = folder.resolve("a.wav");
        short[] samples = Tone.of(440, RATE, RATE, 10_000);

        try (WavWriter writer = WavWriter.createNew(file, RATE)) {
            writer.write(new PcmFrame(samples, RATE));
            assertThat(writer.length()).isEqualTo(Duration.ofSeconds(1));
            assertThat(writer.file()).isEqualTo(file);
        }

        AudioFileFormat format = AudioSystem.getAudioFileFormat(file.toFile());
        assertThat(format.getFormat().toString())
                .isEqualTo("PCM_SIGNED 22050.0 Hz, 16 bit, mono, 2 bytes/frame, little-endian");
        assertThat(format.getFrameLength()).isEqualTo(RATE);
        try (var in = AudioSystem.getAudioInputStream(file.toFile())) {
            assertThat(in.readAllBytes()).isEqualTo(new PcmFrame(samples, RATE).littleEndian());
        }
    }

    @Test
    void theHeaderIsRightBeforeTheFirstFrameAndAfterEveryOne() throws IOException {
        Path file = folder.resolve("a.wav");

        try (WavWriter writer = WavWriter.createNew(file, RATE)) {
            assertHeaderFits(file, 0);
            for (int frame = 1; frame <= 5; frame++) {
                writer.write(new PcmFrame(new short[100], RATE));
                assertHeaderFits(file, frame * 200);
            }
        }
    }

    @Test
    void aFileIsNeverOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("a.wav"), "mine");

        assertThatThrownBy(() -> WavWriter.createNew(file, RATE))
                .isInstanceOf(AssistantException.class)
                .hasMessage("Cannot write " + file + ": it already exists.")
                .hasCauseInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("mine");
    }

    @Test
    void aNewFileBelongsToItsOwnerAlone() throws IOException {
        Path file = folder.resolve("a.wav");
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "a system with POSIX permissions");

        try (WavWriter writer = WavWriter.createNew(file, RATE)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(writer.file())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aReplacedFileKeepsItsContentUntilTheFirstSound() throws IOException {
        Path file = Files.write(folder.resolve("a.wav"), new byte[10_000]);

        try (WavWriter writer = WavWriter.replace(file, RATE)) {
            assertThat(file).hasSize(10_000);
            writer.write(new PcmFrame(new short[100], RATE));
            assertHeaderFits(file, 200);
        }
    }

    @Test
    void aReplacedFileStaysWhenThereIsNoSound() throws IOException {
        Path file = Files.writeString(folder.resolve("a.wav"), "mine");

        WavWriter.replace(file, RATE).close();

        assertThat(file).hasContent("mine");
    }

    @Test
    void aNewFileWithoutSoundIsRemoved() {
        WavWriter.createNew(folder.resolve("a.wav"), RATE).close();
        WavWriter.replace(folder.resolve("b.wav"), RATE).close();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aMissingFolderIsNamed() {
        Path file = folder.resolve("missing/a.wav");

        assertThatThrownBy(() -> WavWriter.createNew(file, RATE))
                .hasMessage("Cannot write " + file + ": no such file or folder.");
    }

    @Test
    void aFullDiskIsNamed() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "a system with /dev/full");

        try (WavWriter writer = WavWriter.replace(full, RATE)) {
            assertThatThrownBy(() -> writer.write(new PcmFrame(new short[100], RATE)))
                    .isInstanceOf(AssistantException.class)
                    .hasMessage("Cannot write /dev/full: No space left on device.");
        }
    }

    @Test
    void theNullDeviceTakesEverything() {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device), "a system with /dev/null");

        try (WavWriter writer = WavWriter.replace(device, RATE)) {
            writer.write(new PcmFrame(new short[100], RATE));
            writer.write(new PcmFrame(new short[100], RATE));
        }

        assertThat(device).exists();
    }

    @Test
    void anInterruptedThreadStillWrites() throws IOException {
        Path file = folder.resolve("a.wav");

        try (WavWriter writer = WavWriter.createNew(file, RATE)) {
            Thread.currentThread().interrupt();
            writer.write(new PcmFrame(new short[100], RATE));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertHeaderFits(file, 200);
    }

    @Test
    void sizesBeyondTheHeadersFieldsAreClamped() {
        ByteBuffer header =
                ByteBuffer.wrap(WavWriter.header(RATE, 5_000_000_000L)).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(header.getInt(4)).isEqualTo(-1);
        assertThat(header.getInt(40)).isEqualTo(-1);
    }

    @Test
    void soundOfAnotherRateIsRefused() {
        try (WavWriter writer = WavWriter.createNew(folder.resolve("a.wav"), RATE)) {
            assertThatThrownBy(() -> writer.write(new PcmFrame(new short[1], 16000)))
                    .hasMessage("expected 22050 Hz, got 16000");
        }
    }

    @Test
    void aFileIsContinuedBehindTheSamplesThatCount() throws IOException {
        Path file = folder.resolve("a.wav");
        try (WavWriter writer = WavWriter.createNew(file, RATE)) {
            writer.write(new PcmFrame(new short[] {1, 2, 3}, RATE));
        }

        try (WavWriter writer = WavWriter.continueAfter(2, file, RATE)) {
            assertThat(writer.samples()).isEqualTo(2);
            assertHeaderFits(file, 4);
            writer.write(new PcmFrame(new short[] {9}, RATE));
        }

        assertHeaderFits(file, 6);
        try (WavReader reader = WavReader.open(file)) {
            assertThat(reader.all().samples()).containsExactly(1, 2, 9);
        }
    }

    @Test
    void aFileThatHoldsLessCannotBeContinued() throws IOException {
        Path file = folder.resolve("a.wav");
        try (WavWriter writer = WavWriter.createNew(file, RATE)) {
            writer.write(new PcmFrame(new short[] {1, 2}, RATE));
        }

        assertThatThrownBy(() -> WavWriter.continueAfter(3, file, RATE))
                .isInstanceOf(AssistantException.class)
                .hasMessageContaining(file.toString());
        assertHeaderFits(file, 4);
    }

    private static void assertHeaderFits(Path file, int dataBytes) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.limit()).isEqualTo(44 + dataBytes);
        assertThat(bytes.getInt(4)).isEqualTo(36 + dataBytes);
        assertThat(bytes.getInt(40)).isEqualTo(dataBytes);
    }
}
