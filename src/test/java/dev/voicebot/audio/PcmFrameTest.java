package dev.voicebot.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PcmFrameTest {
    @Test
    void bytesAreTheSamplesLowByteFirst() {
        PcmFrame frame = new PcmFrame(new short[] {0x0102, -2, Short.MIN_VALUE}, 16000);

        assertThat(frame.littleEndian()).containsExactly(2, 1, 0xFE, 0xFF, 0, 0x80);
    }

    @Test
    void samplesAreReadFromAPartOfTheBytes() {
        byte[] bytes = {99, 2, 1, (byte) 0xFE, (byte) 0xFF, 99};

        PcmFrame frame = PcmFrame.ofLittleEndian(bytes, 1, 4, 22050);

        assertThat(frame.samples()).containsExactly(0x0102, -2);
        assertThat(frame.sampleRate()).isEqualTo(22050);
    }

    @Test
    void halfASampleIsAnError() {
        assertThatThrownBy(() -> PcmFrame.ofLittleEndian(new byte[3], 0, 3, 16000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("half a sample: 3 bytes");
    }

    @Test
    void lengthFollowsFromTheRate() {
        assertThat(new PcmFrame(new short[22050], 44100).length()).isEqualTo(Duration.ofMillis(500));
        assertThat(PcmFrame.silence(Duration.ofMillis(250), 16000).samples())
                .hasSize(4000)
                .containsOnly(0);
    }

    @Test
    void aRateOfZeroIsRefused() {
        assertThatThrownBy(() -> new PcmFrame(new short[1], 0)).hasMessage("sampleRate must be positive, got 0");
    }
}
