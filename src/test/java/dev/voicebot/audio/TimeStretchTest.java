package dev.voicebot.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeStretchTest {
    private static final int RATE = 22050;

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 1.25, 2, 3})
    void theLengthChangesByTheSpeed(double speed) {
        short[] sound = Tone.of(220, RATE, 3 * RATE, 8000);

        short[] stretched = stretch(sound, speed, 1000);

        assertThat(stretched.length).isCloseTo((int) (sound.length / speed), within(RATE / 50));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 1.25, 2, 3})
    void thePitchAndTheLoudnessStay(double speed) {
        short[] sound = Tone.of(220, RATE, 3 * RATE, 8000);

        short[] stretched = stretch(sound, speed, 1000);

        int from = stretched.length / 4;
        int to = stretched.length * 3 / 4;
        double hertz = (double) risingCrossings(stretched, from, to) * RATE / (to - from);
        assertThat(hertz).isCloseTo(220, within(4.0));
        assertThat(Tone.rms(stretched, from, to))
                .isCloseTo(Tone.rms(sound, 0, sound.length), Percentage.withPercentage(5));
    }

    @Test
    void theOrderOfTheSoundStays() {
        short[] sound = new short[2 * RATE];
        System.arraycopy(Tone.of(300, RATE, RATE, 8000), 0, sound, 0, RATE);
        System.arraycopy(Tone.of(600, RATE, RATE, 8000), 0, sound, RATE, RATE);

        short[] stretched = stretch(sound, 2, 441);

        int half = RATE / 2;
        assertThat(risingCrossings(stretched, 1000, half - 1000)).isCloseTo(300 * (half - 2000) / RATE, within(3));
        assertThat(risingCrossings(stretched, half + 1000, RATE - 1000))
                .isCloseTo(600 * (half - 2000) / RATE, within(5));
    }

    @Test
    void howTheSoundIsPortionedMakesNoDifference() {
        short[] sound = Tone.of(171, RATE, RATE, 8000);

        assertThat(stretch(sound, 1.5, 37)).isEqualTo(stretch(sound, 1.5, 9999));
    }

    @Test
    void soundComesOutWhileMoreIsGoingIn() {
        TimeStretch stretch = new TimeStretch(RATE, 2);

        short[] early = stretch.stretch(Tone.of(220, RATE, RATE / 5, 8000));

        assertThat(early.length).isGreaterThan(RATE / 20);
    }

    @Test
    void aVeryShortSoundIsKept() {
        short[] stretched = stretch(Tone.of(220, RATE, 100, 8000), 0.5, 100);

        assertThat(stretched).hasSize(200);
        assertThat(Tone.rms(stretched, 0, 100)).isGreaterThan(1000);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(new TimeStretch(RATE, 2).finish()).isEmpty();
    }

    @Test
    void aSpeedOutOfReachIsRefused() {
        assertThatThrownBy(() -> new TimeStretch(RATE, 4)).hasMessage("speed must be 0.5 to 3.0, got 4.0");
    }

    private static short[] stretch(short[] sound, double speed, int portion) {
        TimeStretch stretch = new TimeStretch(RATE, speed);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int from = 0; from < sound.length; from += portion) {
            short[] part = Arrays.copyOfRange(sound, from, Math.min(sound.length, from + portion));
            all.writeBytes(new PcmFrame(stretch.stretch(part), RATE).littleEndian());
        }
        all.writeBytes(new PcmFrame(stretch.finish(), RATE).littleEndian());
        return PcmFrame.ofLittleEndian(all.toByteArray(), 0, all.size(), RATE).samples();
    }

    private static int risingCrossings(short[] samples, int from, int to) {
        int count = 0;
        for (int i = from + 1; i < to; i++) {
            if (samples[i - 1] < 0 && samples[i] >= 0) {
                count++;
            }
        }
        return count;
    }
}
