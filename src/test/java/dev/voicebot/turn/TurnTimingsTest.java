package dev.voicebot.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TurnTimingsTest {
    @Test
    void oneLineTellsOfEveryStageThatWasReached() {
        TurnTimings turn = new TurnTimings(
                Optional.of(Duration.ofMillis(312)),
                Duration.ofMillis(313),
                Optional.of(Duration.ofMillis(724)),
                Optional.of(Duration.ofMillis(5699)),
                Optional.of(Duration.ofMillis(900)),
                Optional.of(Duration.ofMillis(1204)),
                Duration.ofSeconds(61),
                200,
                812);

        assertThat(turn.line())
                .isEqualTo("heard 0.31 s · first token 0.72 s · first audio 1.20 s · total 61.00 s · 40 tokens/s"
                        + " · 812 characters spoken");
    }

    @Test
    void aSingleTokenHasNoPace() {
        TurnTimings turn = new TurnTimings(
                Optional.empty(),
                Duration.ZERO,
                Optional.of(Duration.ofMillis(10)),
                Optional.of(Duration.ofMillis(10)),
                Optional.empty(),
                Optional.empty(),
                Duration.ofMillis(11),
                1,
                0);

        assertThat(turn.tokensPerSecond()).isEmpty();
    }
}
