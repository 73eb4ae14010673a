package dev.voicebot.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaveformTest {
    @Test
    void theLoudestPartIsFullAndTheOthersBesideIt() {
        assertThat(bars(4, 0, 10, -7000, 100, 2000, 3000, 0, -1000)).isEqualTo("▁█▄▂");
    }

    @Test
    void theLoudestSampleOfAPartCountsWhateverItsSign() {
        assertThat(bars(2, -4, 2, 1, 4)).isEqualTo("██");
    }

    @Test
    void silenceIsALine() {
        assertThat(bars(3, 0, 0, 0)).isEqualTo("▁▁▁");
    }

    @Test
    void soundShorterThanTheRowLeavesGaps() {
        assertThat(bars(4, 5, 5)).isEqualTo("█▁█▁");
        assertThat(bars(2)).isEqualTo("▁▁");
    }

    private static String bars(int columns, int... samples) {
        short[] sound = new short[samples.length];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (short) samples[i];
        }
        return Waveform.of(new PcmFrame(sound, 8000), columns);
    }
}
