package dev.voicebot.audio;

import static dev.voicebot.audio.SpokenClips.NORTH_WIND;
import static dev.voicebot.audio.SpokenClips.RATE;
import static dev.voicebot.audio.SpokenClips.inTheRoom;
import static dev.voicebot.audio.SpokenClips.joined;
import static dev.voicebot.audio.SpokenClips.mixed;
import static dev.voicebot.audio.SpokenClips.noise;
import static dev.voicebot.audio.SpokenClips.silence;
import static dev.voicebot.audio.SpokenClips.spoken;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a model that takes all that is not quiet for speech. */
class ModelDetectorTest {
    private static final int STEP = RATE / 50;
    private static final short[] PLAYED = joined(silence(1), spoken(NORTH_WIND, 9000));

    private static float probability(float[] window) {
        double squares = 0;
        for (float sample : window) {
            squares += sample * sample;
        }
        return Math.sqrt(squares / window.length) > 0.005 ? 1 : 0;
    }

    /** When somebody began to speak, in seconds. */
    private static List<Double> begins(short[] heard, boolean guardsEcho) {
        SpeechDetector detector =
                new ModelDetector(ModelDetectorTest::probability, RATE, Duration.ofMillis(800), guardsEcho);
        List<Double> begins = new ArrayList<>();
        for (int at = 0; at + STEP <= heard.length; at += STEP) {
            PcmFrame frame = new PcmFrame(Arrays.copyOfRange(heard, at, at + STEP), RATE);
            if (detector.hear(frame, SpokenClips.playback(PLAYED, at)) == SpeechDetector.Change.BEGAN) {
                begins.add((double) at / RATE);
            }
        }
        return begins;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.003, 0.03, 0.2, 1})
    void theProgramsOwnVoiceDoesNotInterruptIt(double coupling) {
        short[] heard = mixed(inTheRoom(PLAYED, coupling), noise(20, 30), 0);

        assertThat(begins(heard, true)).isEmpty();
        assertThat(begins(heard, false).isEmpty()).as("without the guard").isEqualTo(coupling < 0.1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.003, 0.03, 0.1})
    void somebodyWhoIsLouderThanTheSpeakersEchoInterruptsIt(double coupling) {
        short[] heard = mixed(inTheRoom(PLAYED, coupling), spoken("Stop! Stop it please!", 9000), 5);

        assertThat(begins(heard, true).get(0)).isBetween(5.0, 6.2);
    }

    @Test
    void theSilenceThatEndsAnUtteranceCanChange() {
        SpeechDetector detector = new ModelDetector(ModelDetectorTest::probability, RATE, Duration.ofMillis(800), true);
        detector.hear(new PcmFrame(noise(1, 3000), RATE), SpeechDetector.NO_PLAYBACK);
        assertThat(detector.isSpeaking()).isTrue();

        detector.endAfter(Duration.ofMillis(200));
        SpeechDetector.Change change = detector.hear(new PcmFrame(silence(0.3), RATE), SpeechDetector.NO_PLAYBACK);

        assertThat(change).isEqualTo(SpeechDetector.Change.ENDED);
    }
}
