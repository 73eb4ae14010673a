package dev.voicebot.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.SpeechDetection;
import dev.voicebot.recognition.UtteranceCutter.Piece;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UtteranceCutterTest {
    private static final int RATE = 16_000;
    private static final int FRAME = RATE / 50;

    private final UtteranceCutter cutter =
            new UtteranceCutter(RATE, SpeechDetection.byLoudness(10).detector(RATE, Duration.ofMillis(600), false));
    private final List<Piece> pieces = new ArrayList<>();

    @Test
    void silenceIsNoUtterance() {
        silence(3000);

        assertThat(finished()).isEmpty();
    }

    @Test
    void utterancesAreCutAtSilenceWithALeadBeforeThem() {
        silence(2000);
        speech(1000);
        silence(1500);
        speech(1000);
        silence(1500);

        assertThat(finished()).hasSize(2);
        assertThat(pieces.get(0).begin()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(pieces.get(1).begin()).isBetween(Duration.ofMillis(3500), Duration.ofMillis(4500));
        assertThat(pieces).allMatch(piece -> piece.length().compareTo(Duration.ofSeconds(1)) > 0);
    }

    @Test
    void whatIsBeingSaidGrows() {
        silence(500);
        speech(1000);
        Duration first = cutter.openLength();
        speech(500);

        assertThat(first).isPositive();
        assertThat(cutter.openLength()).isEqualTo(first.plusMillis(500));
        assertThat(cutter.open())
                .hasValueSatisfying(piece -> assertThat(piece.length()).isEqualTo(cutter.openLength()));
    }

    @Test
    void aShortWordWithNoSilenceAroundItIsKept() {
        speech(160);

        assertThat(finished()).hasSize(1);
    }

    @Test
    void aLongTalkIsCutAndNothingOfItIsLost() {
        speech(70_000);

        assertThat(finished()).hasSizeGreaterThan(2);
        assertThat(pieces).allMatch(piece -> piece.length().compareTo(Duration.ofSeconds(28)) <= 0);
        assertThat(pieces.stream().mapToLong(piece -> piece.length().toMillis()).sum())
                .isEqualTo(70_000);
    }

    private List<Piece> finished() {
        cutter.finish().ifPresent(pieces::add);
        return pieces;
    }

    private void silence(int millis) {
        add(millis, 0);
    }

    private void speech(int millis) {
        add(millis, 8000);
    }

    /** Noise of that loudness. */
    private void add(int millis, int loudness) {
        Random random = new Random(7);
        for (int i = 0; i < millis / 20; i++) {
            short[] samples = new short[FRAME];
            for (int k = 0; k < samples.length && loudness > 0; k++) {
                samples[k] = (short) (random.nextInt(2 * loudness) - loudness);
            }
            cutter.add(new PcmFrame(samples, RATE)).ifPresent(pieces::add);
        }
    }
}
