package dev.voicebot.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {
    private static final int RATE = 16000;

    @ParameterizedTest
    @ValueSource(ints = {4000, 4001, 4002, 4003})
    void aPartIsFoundWhereverItsSamplesLie(int from) {
        byte[] whole = noise(1);
        byte[] part = Arrays.copyOfRange(whole, 2 * from, 2 * (from + RATE / 2));

        assertThat(Correlation.best(part, RATE, whole, RATE)).isGreaterThan(0.99);
    }

    @Test
    void anotherSoundIsNotFound() {
        assertThat(Correlation.best(Arrays.copyOf(noise(2), RATE), RATE, noise(1), RATE))
                .isLessThan(0.5);
    }

    /** A second, most of it below 1 kHz. */
    private static byte[] noise(int seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[2 * RATE];
        double smooth = 0;
        double smoother = 0;
        for (int i = 0; i < RATE; i++) {
            smooth += (random.nextGaussian() * 20000 - smooth) / 4;
            smoother += (smooth - smoother) / 4;
            int sample = (int) smoother;
            bytes[2 * i] = (byte) sample;
            bytes[2 * i + 1] = (byte) (sample >> 8);
        }
        return bytes;
    }
}
