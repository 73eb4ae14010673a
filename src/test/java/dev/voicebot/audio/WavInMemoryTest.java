package dev.voicebot.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

class WavInMemoryTest {
    @Test
    void othersReadIt() throws Exception {
        byte[] wav = WavInMemory.of(new PcmFrame(new short[] {1, -2, 300}, 22050));

        try (AudioInputStream sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            assertThat(sound.getFormat().matches(new AudioFormat(22050, 16, 1, true, false)))
                    .isTrue();
            assertThat(sound.getFrameLength()).isEqualTo(3);
            assertThat(sound.readAllBytes()).containsExactly(1, 0, -2, -1, 44, 1);
        }
    }

    @Test
    void itsHeaderIsThatOfAFile() {
        byte[] wav = WavInMemory.of(new PcmFrame(new short[] {1, 2}, 16000));

        assertThat(ByteBuffer.wrap(wav).slice(0, WavWriter.HEADER_BYTES))
                .isEqualTo(ByteBuffer.wrap(WavWriter.header(16000, 4)).order(ByteOrder.BIG_ENDIAN));
    }
}
