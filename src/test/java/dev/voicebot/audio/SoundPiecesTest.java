package dev.voicebot.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoundPiecesTest {
    private final List<ByteBuffer> sent = new ArrayList<>();

    @Test
    void soundIsSentInTenthsOfASecondAndTheRestAtTheEnd() {
        SoundPieces pieces = new SoundPieces(8000, 8000, sent::add);

        pieces.add(new PcmFrame(counting(0, 500), 8000));
        assertThat(sent).isEmpty();
        pieces.add(new PcmFrame(counting(500, 1500), 8000));
        assertThat(sent).hasSize(2);
        pieces.finish();

        assertThat(sent).extracting(ByteBuffer::remaining).containsExactly(1600, 1600, 800);
        assertThat(pieces.length()).isEqualTo(Duration.ofMillis(250));
        assertThat(samples()).containsExactly(counting(0, 2000));
    }

    @Test
    void wholePiecesLeaveNoRest() {
        SoundPieces pieces = new SoundPieces(8000, 8000, sent::add);

        pieces.add(new PcmFrame(counting(0, 1600), 8000));
        pieces.finish();

        assertThat(sent).hasSize(2);
    }

    @Test
    void aSecondAtAnotherRateIsStillASecond() {
        SoundPieces pieces = new SoundPieces(48000, 16000, sent::add);

        pieces.add(new PcmFrame(new short[48000], 48000));
        pieces.finish();

        assertThat(pieces.length()).isEqualTo(Duration.ofSeconds(1));
        assertThat(sent)
                .hasSize(10)
                .allSatisfy(piece -> assertThat(piece.remaining()).isEqualTo(3200));
    }

    private short[] samples() {
        ByteBuffer all = ByteBuffer.allocate(
                sent.stream().mapToInt(ByteBuffer::remaining).sum());
        sent.forEach(piece -> all.put(piece.duplicate()));
        return PcmFrame.ofLittleEndian(all.array(), 0, all.position(), 8000).samples();
    }

    private static short[] counting(int from, int count) {
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (short) (from + i);
        }
        return samples;
    }
}
