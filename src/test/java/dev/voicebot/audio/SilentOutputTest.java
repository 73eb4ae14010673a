package dev.voicebot.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SilentOutputTest {
    @Test
    void allThatIsPlayedCountsAsHeard() {
        try (SilentOutput output = new SilentOutput()) {
            Playback playback = output.start(16000);

            playback.play(PcmFrame.silence(Duration.ofSeconds(3), 16000));
            playback.play(PcmFrame.silence(Duration.ofMillis(500), 16000));
            playback.finish();

            assertThat(playback.heard()).isEqualTo(Duration.ofMillis(3500));
        }
    }

    @Test
    void nothingIsHeardAfterStop() {
        try (SilentOutput output = new SilentOutput()) {
            Playback playback = output.start(16000);
            playback.play(PcmFrame.silence(Duration.ofSeconds(1), 16000));

            playback.stop();
            playback.play(PcmFrame.silence(Duration.ofSeconds(1), 16000));

            assertThat(playback.heard()).isEqualTo(Duration.ofSeconds(1));
        }
    }
}
