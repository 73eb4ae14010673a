package dev.voicebot.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SampleAssemblerTest {
    @Test
    void aPieceOfWholeSamplesPassesAsItIs() {
        SampleAssembler assembler = new SampleAssembler(22050);

        assertThat(assembler.add(ByteBuffer.wrap(new byte[] {1, 0, 2, 0})))
                .hasValueSatisfying(frame -> assertThat(frame.samples()).containsExactly(1, 2));
    }

    @Test
    void halfASampleWaitsForItsOtherHalf() {
        SampleAssembler assembler = new SampleAssembler(22050);

        assertThat(assembler.add(ByteBuffer.wrap(new byte[] {1}))).isEmpty();
        assertThat(assembler.add(ByteBuffer.allocate(0))).isEmpty();
        assertThat(assembler.add(ByteBuffer.wrap(new byte[] {2})))
                .hasValueSatisfying(frame -> assertThat(frame.samples()).containsExactly(0x0201));
    }

    @Test
    void piecesOfAnySizeNeverShiftASample() {
        short[] samples = Tone.of(440, 22050, 5000, 20_000);
        ByteBuffer bytes = ByteBuffer.wrap(new PcmFrame(samples, 22050).littleEndian());
        SampleAssembler assembler = new SampleAssembler(22050);
        Random sizes = new Random(1);

        List<Short> assembled = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int size = Math.min(bytes.remaining(), sizes.nextInt(8));
            ByteBuffer piece = bytes.slice(bytes.position(), size);
            bytes.position(bytes.position() + size);
            assembler.add(piece).ifPresent(frame -> {
                for (short sample : frame.samples()) {
                    assembled.add(sample);
                }
            });
            assertThat(piece.hasRemaining()).isFalse();
        }

        assertThat(assembled).hasSize(samples.length);
        for (int i = 0; i < samples.length; i++) {
            assertThat(assembled.get(i)).isEqualTo(samples[i]);
        }
    }
}
