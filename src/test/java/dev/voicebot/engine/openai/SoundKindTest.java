package dev.voicebot.engine.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundKindTest {
    @ParameterizedTest
    @ValueSource(strings = {"ID3\u0004", "OggS\0\u0002", "fLaC\0\0\0", "\0\0\0 ftypM4A "})
    void compressedSoundIsKnownByItsName(String beginning) {
        assertThat(SoundKind.of(beginning.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(SoundKind.OTHER);
    }

    /** 128 kbit/s at 44.1 kHz, 64 at 24 kHz, 32 at 11.025 kHz, and AAC: the second frame is where the first says. */
    @ParameterizedTest
    @CsvSource({"fffb9000, 417", "fff38400, 192", "ffe34000, 208", "fff15080023ffc, 17"})
    void framesWithoutATagAreKnownByTheNextOne(String header, int length) {
        byte[] frame = HexFormat.of().parseHex(header);
        byte[] sound = new byte[1000];
        System.arraycopy(frame, 0, sound, 0, frame.length);
        assertThat(SoundKind.of(sound)).as("samples that begin like it").isEqualTo(SoundKind.SAMPLES);

        System.arraycopy(frame, 0, sound, length, frame.length);

        assertThat(SoundKind.of(sound)).isEqualTo(SoundKind.OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\": 1}", "<!doctype html>", "Internal Server Error", "内部错误，请稍后再试"})
    void wordsAreNotPlayed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(SoundKind.of(bytes)).isEqualTo(SoundKind.WORDS);
        assertThat(SoundKind.of(Arrays.copyOf(bytes, bytes.length - 1))).isEqualTo(SoundKind.WORDS);
    }

    @Test
    void silenceAndShortSoundsAreSamples() {
        assertThat(SoundKind.of(new byte[0])).isEqualTo(SoundKind.SAMPLES);
        assertThat(SoundKind.of(new byte[] {1})).isEqualTo(SoundKind.SAMPLES);
        assertThat(SoundKind.of(new byte[2048])).isEqualTo(SoundKind.SAMPLES);
        assertThat(SoundKind.of("RIFF".getBytes(StandardCharsets.US_ASCII))).isEqualTo(SoundKind.WAV);
    }
}
