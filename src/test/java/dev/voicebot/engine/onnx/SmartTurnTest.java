package dev.voicebot.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.audio.SpokenClips;
import dev.voicebot.audio.TurnModel;
import dev.voicebot.outcome.AssistantException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a small model of the same tensors: what ends low is finished. */
class SmartTurnTest {
    private static final Path MELODY = Path.of("src/test/resources/turn/melody.onnx");

    @TempDir
    private static Path cache;

    @Test
    void whatTheModelHearsIsThatOfThePause() {
        TurnModel model = SmartTurn.load(MELODY, cache);

        assertThat(model.finished(tones(3000, 200))).as("falls").isGreaterThan(0.6f);
        assertThat(model.finished(tones(200, 3000))).as("rises").isLessThan(0.4f);
    }

    /** A second of each, then a pause. */
    private static float[] tones(int first, int second) {
        short[] sound = SpokenClips.joined(tone(first), tone(second), SpokenClips.silence(0.2));
        return Turns.of(SpokenClips.mixed(sound, SpokenClips.noise(2.2, 20), 0));
    }

    private static short[] tone(int hertz) {
        short[] tone = SpokenClips.silence(1);
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (short) (8000 * Math.sin(2 * Math.PI * hertz * i / SpokenClips.RATE));
        }
        return tone;
    }

    @Test
    void anotherModelIsRefused() throws IOException {
        Path silero = cache.resolve("silero.onnx");
        try (var in = SmartTurn.class.getResourceAsStream("silero_vad_v6.onnx")) {
            Files.write(silero, in.readAllBytes());
        }

        assertThatThrownBy(() -> SmartTurn.load(silero, cache))
                .isInstanceOf(AssistantException.class)
                .hasMessageContaining("input_features");
    }

    @Test
    void aFileThatIsNoModelIsRefused() throws IOException {
        Path noise = Files.write(cache.resolve("noise.onnx"), new byte[] {8, 7, 1, 1, 1, 1});

        assertThatThrownBy(() -> SmartTurn.load(noise, cache)).isInstanceOf(AssistantException.class);
    }
}
