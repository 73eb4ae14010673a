package dev.voicebot.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavReaderTest {
    private static final byte[] THREE_SAMPLES = {1, 0, 2, 0, 3, 0};

    @TempDir
    private Path folder;

    @Test
    void whatTheWriterWroteComesBack() {
        Path file = folder.resolve("a.wav");
        short[] samples = Tone.of(440, 48000, 4800, 30_000);
        try (WavWriter writer = WavWriter.createNew(file, 48000)) {
            writer.write(new PcmFrame(samples, 48000));
        }

        try (WavReader reader = WavReader.open(file)) {
            assertThat(reader.sampleRate()).isEqualTo(48000);
            assertThat(reader.length()).contains(Duration.ofMillis(100));
            assertThat(all(reader, 1000)).isEqualTo(samples);
        }
    }

    @Test
    void eightBitsAreUnsigned() {
        byte[] wav = new WavBytes()
                .format(1, 1, 8000, 8)
                .chunk("data", new byte[] {(byte) 128, 0, (byte) 255})
                .toArray();

        assertThat(read(wav)).containsExactly(0, -32768, 127 * 256);
    }

    @Test
    void twentyFourBitsAreRounded() {
        byte[] wav = new WavBytes()
                .format(1, 1, 96000, 24)
                .chunk("data", new byte[] {0, 1, 0, (byte) 0xFF, 1, 0, 0, 0, (byte) 0x80, (byte) 0xFF, (byte) 0xFF, 0x7F
                })
                .toArray();

        assertThat(read(wav)).containsExactly(1, 2, -32768, 32767);
    }

    @Test
    void thirtyTwoBitsAreRounded() {
        byte[] wav = new WavBytes()
                .format(1, 1, 192000, 32)
                .chunk(
                        "data",
                        little(16)
                                .putInt(5 << 16)
                                .putInt(-3 << 16)
                                .putInt(0xFFFF)
                                .putInt(Integer.MIN_VALUE)
                                .array())
                .toArray();

        assertThat(read(wav)).containsExactly(5, -3, 1, -32768);
    }

    @Test
    void floatsAreClippedAndNoNumberIsSilence() {
        byte[] wav = new WavBytes()
                .format(3, 1, 44100, 32)
                .chunk(
                        "data",
                        little(20)
                                .putFloat(0.5f)
                                .putFloat(-1)
                                .putFloat(1)
                                .putFloat(-7)
                                .putFloat(Float.NaN)
                                .array())
                .toArray();

        assertThat(read(wav)).containsExactly(16384, -32768, 32767, -32768, 0);
    }

    @Test
    void stereoIsMixed() {
        byte[] wav = new WavBytes()
                .format(1, 2, 44100, 16)
                .chunk(
                        "data",
                        little(8)
                                .putShort((short) 100)
                                .putShort((short) 300)
                                .putShort((short) 32767)
                                .putShort((short) 32767)
                                .array())
                .toArray();

        assertThat(read(wav)).containsExactly(200, 32767);
    }

    @Test
    void sixChannelsAreMixed() {
        byte[] wav = new WavBytes()
                .extensible(1, 6, 48000, 8)
                .chunk("data", new byte[] {(byte) 140, (byte) 128, (byte) 128, (byte) 128, (byte) 128, (byte) 128})
                .toArray();

        assertThat(read(wav)).containsExactly(512);
    }

    @ParameterizedTest
    @CsvSource({"1, 24", "3, 32"})
    void extensibleFormatsSayTheirCodecInside(int codec, int bits) {
        byte[] wav = new WavBytes()
                .extensible(codec, 1, 44100, bits)
                .chunk("data", new byte[24])
                .toArray();

        assertThat(read(wav)).hasSize(24 / (bits / 8)).containsOnly(0);
    }

    @Test
    void otherChunksAreSkippedWithTheirPadding() {
        byte[] wav = new WavBytes()
                .chunk("LIST", new byte[7])
                .format(1, 1, 16000, 16)
                .chunk("bext", new byte[5001])
                .chunk("data", THREE_SAMPLES)
                .chunk("LIST", "not sound".getBytes(StandardCharsets.US_ASCII))
                .toArray();

        assertThat(read(wav)).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0xFFFF_FFFF, 0x7FFF_FFFF, 1000})
    void aSizeThatIsUnknownOrTooBigMeansToTheEnd(int size) throws IOException {
        byte[] wav =
                new WavBytes().format(1, 1, 16000, 16).data(size, new byte[640]).toArray();
        Path file = Files.write(folder.resolve("a.wav"), wav);

        assertThat(read(wav)).hasSize(320);
        try (WavReader reader = WavReader.open(file)) {
            assertThat(reader.length()).contains(Duration.ofMillis(20));
        }
    }

    @Test
    void theLengthOfAnEndlessPipeIsUnknown() {
        byte[] wav =
                new WavBytes().format(1, 1, 16000, 16).data(-1, new byte[640]).toArray();

        try (WavReader reader = WavReader.of(new ByteArrayInputStream(wav), "standard input")) {
            assertThat(reader.length()).isEmpty();
        }
    }

    @Test
    void halfASampleAtTheEndIsDropped() {
        byte[] wav = new WavBytes()
                .format(1, 1, 16000, 16)
                .data(100, new byte[] {1, 0, 2, 0, 3})
                .toArray();

        assertThat(read(wav)).containsExactly(1, 2);
    }

    @Test
    void sixtyFourBitHeadersAreReadToTheEnd() {
        byte[] wav = new WavBytes("RF64")
                .chunk("ds64", new byte[28])
                .format(1, 1, 16000, 16)
                .data(-1, THREE_SAMPLES)
                .toArray();

        assertThat(read(wav)).containsExactly(1, 2, 3);
    }

    @Test
    void aPipeMayGiveOneByteAtATime() {
        byte[] wav = new WavBytes()
                .format(1, 1, 16000, 16)
                .chunk("data", THREE_SAMPLES)
                .toArray();
        InputStream slow = new FilterInputStream(new ByteArrayInputStream(wav)) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return super.read(bytes, offset, Math.min(1, length));
            }

            @Override
            public long skip(long count) throws IOException {
                throw new IOException("cannot seek");
            }
        };

        try (WavReader reader = WavReader.of(slow, "standard input")) {
            assertThat(all(reader, 2)).containsExactly(1, 2, 3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x02, Microsoft ADPCM",
        "0x06, A-law",
        "0x07, µ-law",
        "0x11, IMA ADPCM",
        "0x31, GSM",
        "0x55, MP3",
        "0xFF, AAC",
        "0x161, WMA",
        "0x4321, codec 0x4321"
    })
    void aCompressedCodecIsNamed(int codec, String name) {
        byte[] wav = new WavBytes()
                .format(codec, 1, 8000, 8)
                .chunk("data", new byte[8])
                .toArray();

        assertThatThrownBy(() -> read(wav))
                .hasMessage("standard input is " + name + " in WAV, which voicebot cannot read. Install ffmpeg, or"
                        + " convert it with `ffmpeg -i … -ar 16000 out.wav`.");
    }

    @ParameterizedTest
    @CsvSource({
        "ID3\u0004xxxxxxxxx, an MP3 file",
        "\u00ff\u00fb\u0090xxxxxxxxx, an MP3 file",
        "OggSxxxxxxxx, an Ogg file",
        "fLaCxxxxxxxx, a FLAC file",
        "FORMxxxxAIFF, an AIFF file",
        "xxxxftypM4A , an MP4 file",
        "Hello world!, not a WAV file",
        "RIFFxxxxAVI , not a WAV file",
        "x, not a WAV file",
        "'', empty"
    })
    void aFileOfAnotherKindIsNamed(String start, String name) {
        assertThatThrownBy(() -> read(start.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.USAGE))
                .hasMessageStartingWith("standard input is " + name + ", which voicebot cannot read. ");
    }

    @Test
    void aFileThatEndsBeforeItsSoundIsBroken() {
        byte[] wav = new WavBytes()
                .format(1, 1, 16000, 16)
                .chunk("data", THREE_SAMPLES)
                .toArray();

        for (int length = 12; length < wav.length - THREE_SAMPLES.length; length++) {
            byte[] cut = Arrays.copyOf(wav, length);
            assertThatThrownBy(() -> read(cut))
                    .isInstanceOf(AssistantException.class)
                    .hasMessageContaining("it ends before the audio begins");
        }
    }

    @Test
    void soundWithoutAFormatIsBroken() {
        byte[] wav = new WavBytes().chunk("data", THREE_SAMPLES).toArray();

        assertThatThrownBy(() -> read(wav)).hasMessageContaining("its format is missing");
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 16000, 16", "1, 1, 0, 16", "1, 1, -1, 16", "1, 1, 16000, 0", "1, 1, 16000, 64", "3, 1, 16000, 64"
    })
    void senselessFormatsAreRefused(int codec, int channels, int sampleRate, int bits) {
        byte[] wav = new WavBytes()
                .format(codec, channels, sampleRate, bits)
                .chunk("data", new byte[64])
                .toArray();

        assertThatThrownBy(() -> read(wav)).isInstanceOf(AssistantException.class);
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> WavReader.open(folder.resolve("none.wav")))
                .isInstanceOf(AssistantException.class)
                .hasMessage("Cannot read " + folder.resolve("none.wav") + ": no such file or folder.");
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> WavReader.open(folder))
                .isInstanceOf(AssistantException.class)
                .hasMessageStartingWith("Cannot read " + folder + ": ");
    }

    private static short[] read(byte[] wav) {
        try (WavReader reader = WavReader.of(new ByteArrayInputStream(wav), "standard input")) {
            return all(reader, 2);
        }
    }

    private static short[] all(WavReader reader, int frameLength) {
        short[] samples = new short[0];
        for (var frame = reader.next(frameLength); frame.isPresent(); frame = reader.next(frameLength)) {
            short[] more = frame.get().samples();
            assertThat(more.length).isLessThanOrEqualTo(frameLength);
            int length = samples.length;
            samples = Arrays.copyOf(samples, length + more.length);
            System.arraycopy(more, 0, samples, length, more.length);
        }
        return samples;
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
