package dev.voicebot.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    void whatHasFinishedFadesAway() {
        Playback playback = meter.on(speaker).start(RATE);
        playback.play(new PcmFrame(SpokenClips.noise(5, 3276.8), RATE));
        speaker.heard = Duration.ofSeconds(1);
        assertThat(meter.decibels()).isCloseTo(-20, within(1.0));

        speaker.heard = Duration.ofSeconds(6);
        playback.finish();

        assertThat(meter.decibels()).isEqualTo(SpeechDetector.NO_PLAYBACK);
        assertThat(playback.heard()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void theSpeakerIsToldWhatTheMeterIs() {
        AudioOutput metered = meter.on(speaker);
        assertThat(metered.isAudible()).isTrue();
        assertThat(meter.on(new SilentOutput()).isAudible()).isFalse();

        Playback playback = metered.start(RATE);
        playback.play(PcmFrame.silence(Duration.ofSeconds(1), RATE));
        playback.finish();
        playback.stop();
        metered.close();

        assertThat(speaker.told).containsExactly("play", "finish", "stop", "close");
    }

    @Test
    void nothingPlaysBeforeTheFirstSoundAndWhereNobodyHearsIt() {
        assertThat(meter.decibels()).isEqualTo(SpeechDetector.NO_PLAYBACK);

        meter.on(new SilentOutput()).start(RATE).play(new PcmFrame(SpokenClips.noise(0.1, 3276.8), RATE));

        assertThat(meter.decibels()).isEqualTo(SpeechDetector.NO_PLAYBACK);
    }

    /** Has played as much as the test says. */
    private static final class HeldSpeaker implements AudioOutput {
        private final List<String> told = new ArrayList<>();
        private Duration heard = Duration.ZERO;

        @Override
        public Playback start(int sampleRate) {
            return new Playback() {
                @Override
                public void play(PcmFrame frame) {
                    told.add("play");
                }

                @Override
                public void finish() {
                    told.add("finish");
                }

                @Override
                public void stop() {
                    told.add("stop");
                }

                @Override
                public Duration heard() {
                    return heard;
                }
            };
        }

        @Override
        public void close() {
            told.add("close");
        }
    }
}
