package dev.voicebot.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voicebot.audio.SpokenClips;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LogMelTest {
    private static final int EVERY = 20; // frames

    @Test
    void aRecordingIsHeardAsNumpyHearsIt() throws IOException {
        float[] heard = LogMel.of(
                Turns.spoken("Once upon a time there was a king who had three daughters, and all were fair."));

        FloatBuffer expected = numpys();
        for (int frame = 0; frame < LogMel.FRAMES; frame += EVERY) {
            for (int band = 0; band < LogMel.BANDS; band++) {
                assertThat(heard[band * LogMel.FRAMES + frame])
                        .as("frame %s, band %s", frame, band)
                        .isCloseTo(expected.get(), within(1e-4f));
            }
        }
        assertThat(expected.hasRemaining()).isFalse();
    }

    private static FloatBuffer numpys() throws IOException {
        try (InputStream in = Objects.requireNonNull(LogMelTest.class.getResourceAsStream("/turn/heard.f32"))) {
            return ByteBuffer.wrap(in.readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
        }
    }

    @Test
    void onlyTheLastEightSecondsCount() {
        float[] turn = Turns.of(
                SpokenClips.joined(SpokenClips.noise(1, 8000), SpokenClips.spoken(SpokenClips.NORTH_WIND, 8000)));

        float[] last = Arrays.copyOfRange(turn, turn.length - 8 * SpokenClips.RATE, turn.length);

        assertThat(LogMel.of(turn)).isEqualTo(LogMel.of(last));
    }

    @Test
    void silenceIsTheSameEverywhere() {
        float[] heard = LogMel.of(new float[100]);

        assertThat(heard).hasSize(LogMel.BANDS * LogMel.FRAMES).containsOnly((-10f + 4) / 4);
    }
}
