package dev.voicebot.engine.dashscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace(Pace.TIMES_REAL_TIME);

    @Test
    void someMinutesOfSoundNeedNotWait() {
        assertThat(pace.isTooFast(Duration.ofMinutes(4), Duration.ZERO)).isFalse();
    }

    @Test
    void anHourOfSoundThatNobodyHasHeardYetWaits() {
        assertThat(pace.isTooFast(Duration.ofHours(1), Duration.ZERO)).isTrue();
    }

    @Test
    void anHourOfSoundThatWasHeardNeedNotWait() {
        assertThat(pace.isTooFast(Duration.ofHours(1), Duration.ofMinutes(58))).isFalse();
    }
}
