package dev.voicebot.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 16000, PT0S",
        "16000, 16000, PT1S",
        "320, 16000, PT0.02S",
        "1, 16000, PT0.0000625S",
        "1, 22050, PT0.000045351S",
        "4294967296000, 16000, PT74565H24M16S", // as many as a WAV cannot hold: no overflow
    })
    void samplesLastAsLongAsTheirRateSays(long samples, int sampleRate, Duration length) {
        assertThat(Samples.length(samples, sampleRate)).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 48000, 0",
        "PT0.02S, 48000, 960",
        "PT1.5S, 22050, 33075",
        "PT-5S, 16000, -80000",
        "PT-0.5S, 16000, -8000",
        "PT100000H, 48000, 17280000000000",
    })
    void aLengthHoldsSoManySamples(Duration length, int sampleRate, long samples) {
        assertThat(Samples.in(length, sampleRate)).isEqualTo(samples);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 16_000, 22_050, 24_000, 44_100, 48_000, 192_000})
    void theWayThereAndBackLosesNoSample(int sampleRate) {
        for (long samples = 0; samples < 1000; samples++) {
            assertThat(Samples.in(Samples.length(samples, sampleRate), sampleRate))
                    .isEqualTo(samples);
        }
    }

    @Test
    void louderSoundIsCutOffAtFullScale() {
        short[] samples = {1000, -1001, 20000, -20000};

        assertThat(Samples.amplified(samples, 2)).containsExactly(2000, -2002, 32767, -32768);
        assertThat(Samples.amplified(samples, 0.5)).containsExactly(500, -500, 10000, -10000);
        assertThat(Samples.amplified(samples, 1)).isSameAs(samples);
    }
}
