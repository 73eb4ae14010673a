package dev.voicebot.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlaybackMeterTest {
    private static final int RATE = 16000;

    private final PlaybackMeter meter = new PlaybackMeter();
    private final HeldSpeaker speaker = new HeldSpeaker();

    @Test
    void whatIsHeardNowCountsNotWhatTheSpeakerHolds() {
        Playback playback = meter.on(speaker).start(RATE);
        playback.play(PcmFrame.silence(Duration.ofSeconds(1), RATE));
        playback.play(new PcmFrame(SpokenClips.noise(1, 3276.8), RATE)); // -20 dBFS

        assertThat(meter.decibels()).isEqualTo(WindowLevels.SILENCE);
        speaker.heard = Duration.ofMillis(1500);
        assertThat(meter.decibels()).isCloseTo(-20, within(1.0));
    }

    @Test
    void anEchoLastsALittleLongerThanTheSound() {
        Playback playback = meter.on(speaker).start(RATE);
        playback.play(new PcmFrame(SpokenClips.noise(1, 3276.8), RATE));
        playback.play(PcmFrame.silence(Duration.ofSeconds(2), RATE));

        speaker.heard = Duration.ofMillis(1300);
        assertThat(meter.decibels()).isCloseTo(-20, within(1.0));
        speaker.heard = Duration.ofMillis(1500);
        assertThat(meter.decibels()).isEqualTo(WindowLevels.SILENCE);
    }

    @Test
    void whatWasStoppedIsSoonForgotten() {
        Playback playback = meter.on(speaker).start(RATE);
        playback.play(PcmFrame.silence(Duration.ofSeconds(1), RATE));
        playback.play(new PcmFrame(SpokenClips.noise(60, 3276.8), RATE));
        speaker.heard = Duration.ofMillis(900);

        playback.stop();

        assertThat(meter.decibels()).isEqualTo(WindowLevels.SILENCE);
    }

    @Test
    void nothingPlaysBeforeTheFirstSoundAndWhereNobodyHearsIt() {
        assertThat(meter.decibels()).isEqualTo(SpeechDetector.NO_PLAYBACK);

        meter.on(new SilentOutput()).start(RATE).play(new PcmFrame(SpokenClips.noise(0.1, 3276.8), RATE));

        assertThat(meter.decibels()).isEqualTo(SpeechDetector.NO_PLAYBACK);
    }

    /** Has played as much as the test says. */
    private static final class HeldSpeaker implements AudioOutput {
        private Duration heard = Duration.ZERO;

        @Override
        public Playback start(int sampleRate) {
            return new Playback() {
                @Override
                public void play(PcmFrame frame) {}

                @Override
                public void finish() {}

                @Override
                public void stop() {}

                @Override
                public Duration heard() {
                    return heard;
                }
            };
        }

        @Override
        public void close() {}
    }
}
