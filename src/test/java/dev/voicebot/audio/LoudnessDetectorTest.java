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
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoudnessDetectorTest {
    private static final Duration SILENCE = Duration.ofMillis(800);
    private static final int STEP = RATE / 50;
    /** A change and when it was told, in seconds. */
    private record Told(SpeechDetector.Change change, double at) {}

    private static List<Told> changes(short[] heard) {
        return changes(heard, new short[0], true);
    }

    private static List<Told> changes(short[] heard, short[] played, boolean guardsEcho) {
        SpeechDetector detector = new LoudnessDetector(RATE, 10, SILENCE, guardsEcho);
        List<Told> changes = new ArrayList<>();
        for (int at = 0; at + STEP <= heard.length; at += STEP) {
            PcmFrame frame = new PcmFrame(Arrays.copyOfRange(heard, at, at + STEP), RATE);
            SpeechDetector.Change change = detector.hear(frame, SpokenClips.playback(played, at));
            if (change != SpeechDetector.Change.NONE) {
                changes.add(new Told(change, (double) (at + STEP) / RATE));
            }
        }
        return changes;
    }

    @ParameterizedTest
    @CsvSource({
        "What can you do?, 0, 8000",
        "What can you do?, 30, 8000",
        "What can you do?, 300, 8000",
        "What can you do?, 0, 900",
        "你好 请问今天的天气怎么样, 30, 8000",
        "Yes., 30, 8000",
        "好, 30, 8000"
    })
    void anUtteranceBeginsWithItsFirstWordAndEndsWithSilence(String text, double room, int peak) {
        short[] speech = spoken(text, peak);
        double end = 2 + (double) speech.length / RATE;
        short[] heard = mixed(noise(end + 3, room), speech, 2);

        List<Told> changes = changes(heard);

        assertThat(changes)
                .extracting(Told::change)
                .containsExactly(SpeechDetector.Change.BEGAN, SpeechDetector.Change.ENDED);
        assertThat(changes.get(0).at()).isBetween(2.0, 2.0 + SpeechDetector.ONSET.toMillis() / 1000.0);
        assertThat(changes.get(1).at())
                .isCloseTo(end + 0.8, within(0.45)); // a last consonant may be as quiet as the room
    }

    @Test
    void speechIsHeardFromTheFirstMomentOn() {
        short[] speech = spoken(NORTH_WIND, 8000);

        assertThat(changes(mixed(noise(20, 30), speech, 0)).get(0).at()).isLessThan(0.6);
    }

    @Test
    void aShortPauseDoesNotEndAnUtterance() {
        short[] heard = mixed(
                noise(12, 30), joined(spoken("I would like", 8000), silence(0.2), spoken("a cup of tea", 8000)), 1);

        assertThat(changes(heard)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1000})
    void theNoiseOfARoomIsNoSpeech(int rms) {
        assertThat(changes(noise(20, rms))).isEmpty();
    }

    @Test
    void aFanThatIsSwitchedOnIsSpeechForAMomentOnly() {
        List<Told> changes = changes(joined(noise(3, 20), noise(20, 600)));

        assertThat(changes).hasSizeLessThanOrEqualTo(2);
        assertThat(changes.get(changes.size() - 1).at()).isLessThan(3 + 2 + 1.5);
    }

    @Test
    void clicksAreNoSpeech() {
        short[] heard = noise(10, 20);
        for (int second = 2; second < 9; second++) {
            heard = mixed(heard, noise(0.03, 9000), second);
            heard = mixed(heard, noise(0.03, 9000), second + 0.2);
        }

        assertThat(changes(heard)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.003, 0.03, 0.2, 1, 2.5})
    void theProgramsOwnVoiceDoesNotInterruptIt(double coupling) {
        short[] played = joined(silence(1), spoken(NORTH_WIND, 9000), silence(0.5), spoken(NORTH_WIND, 9000));
        short[] heard = mixed(inTheRoom(played, coupling), noise(30, 30), 0);

        assertThat(changes(heard, played, true)).isEmpty();
    }

    @Test
    void withoutTheGuardItWould() {
        short[] played = joined(silence(1), spoken(NORTH_WIND, 9000));

        assertThat(changes(inTheRoom(played, 0.2), played, false)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.003, 0.03, 0.1})
    void somebodyWhoIsLouderThanTheSpeakersEchoInterruptsIt(double coupling) {
        short[] played = joined(silence(1), spoken(NORTH_WIND, 9000));
        short[] heard =
                mixed(mixed(inTheRoom(played, coupling), noise(30, 30), 0), spoken("Stop! Stop it please!", 9000), 5);

        List<Told> changes = changes(heard, played, true);

        assertThat(changes).isNotEmpty();
        assertThat(changes.get(0).change()).isEqualTo(SpeechDetector.Change.BEGAN);
        assertThat(changes.get(0).at()).isBetween(5.0, 6.2);
    }

    @Test
    void withHeadphonesAQuietVoiceInterruptsALoudReply() {
        short[] played = joined(silence(1), spoken(NORTH_WIND, 30000));
        short[] heard = mixed(noise(15, 30), spoken("Stop!", 2000), 5);

        assertThat(changes(heard, played, false).get(0).at()).isBetween(5.0, 5.5);
    }
}
