package dev.voicebot.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Levels in dBFS, a second is fifty of them. */
class EchoGuardTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    private final EchoGuard guard = new EchoGuard();

    @Test
    void beforeASecondOfSoundNothingIsSurelyLouderThanTheEcho() {
        learn(49, -40, -20);

        assertThat(guard.ceiling(-20)).isEqualTo(-4, CLOSE);
    }

    @Test
    void afterASecondTheLoudestEchoSoFarCountsWithAMargin() {
        learn(10, -45, -20);
        learn(1, -30, -20);
        learn(39, -45, -20);

        assertThat(guard.ceiling(-20)).isEqualTo(-26, CLOSE);
        assertThat(guard.ceiling(-35)).isEqualTo(-41, CLOSE);
    }

    @Test
    void aSpeakerThatCanHardlyBeHeardTeachesNothing() {
        learn(50, -40, -50.1);
        assertThat(guard.ceiling(-20)).isEqualTo(-4, CLOSE);

        learn(50, -60, -50);
        assertThat(guard.ceiling(-20)).isEqualTo(-26, CLOSE);
    }

    @Test
    void aLouderRoomIsLearntByThreeDecibelsASecondAndAQuieterOneByOne() {
        learn(50, -40, -20);

        learn(50, -20, -20);
        assertThat(guard.ceiling(-20)).isEqualTo(-33, CLOSE);

        learn(50, -60, -20);
        assertThat(guard.ceiling(-20)).isEqualTo(-34, CLOSE);
    }

    @Test
    void playbackBelowMinusSixtyIsNone() {
        assertThat(EchoGuard.isHeard(-59.9)).isTrue();
        assertThat(EchoGuard.isHeard(-60)).isFalse();
    }

    private void learn(int windows, double microphone, double speaker) {
        for (int i = 0; i < windows; i++) {
            guard.learn(microphone, speaker);
        }
    }
}
