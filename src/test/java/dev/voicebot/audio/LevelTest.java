package dev.voicebot.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LevelTest {
    @Test
    void aFullSineIsThreeDecibelsBelowFullScale() {
        Level level = Level.of(new PcmFrame(Tone.of(1000, 16000, 16000, 32767), 16000));

        assertThat(level.decibels()).isCloseTo(-3.01, within(0.01));
        assertThat(level.peak()).isCloseTo(1, within(0.001));
        assertThat(level.meter()).isCloseTo(0.95, within(0.001));
    }

    @Test
    void aThousandthIsAtTheFloor() {
        Level level = Level.of(new PcmFrame(new short[] {33, -33}, 16000));

        assertThat(level.decibels()).isCloseTo(-60, within(0.1));
        assertThat(level.meter()).isCloseTo(0, within(0.01));
    }

    @Test
    void silenceAndNothingHaveNoLevel() {
        assertThat(Level.of(new PcmFrame(new short[100], 16000)).meter()).isZero();
        assertThat(Level.of(new PcmFrame(new short[0], 16000)).decibels()).isEqualTo(Level.FLOOR_DECIBELS);
    }

    @Test
    void theLowestSampleIsFullScale() {
        Level level = Level.of(new PcmFrame(new short[] {Short.MIN_VALUE, Short.MIN_VALUE}, 16000));

        assertThat(level.peak()).isEqualTo(1);
        assertThat(level.meter()).isEqualTo(1);
    }
}
