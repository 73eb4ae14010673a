package dev.voicebot.bench;

import static dev.voicebot.audio.SpokenClips.NORTH_WIND;
import static dev.voicebot.audio.SpokenClips.RATE;
import static dev.voicebot.audio.SpokenClips.joined;
import static dev.voicebot.audio.SpokenClips.mixed;
import static dev.voicebot.audio.SpokenClips.noise;
import static dev.voicebot.audio.SpokenClips.silence;

import dev.voicebot.audio.Noises;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.SpeechDetection;
import dev.voicebot.audio.SpeechDetector;
import dev.voicebot.audio.SpokenClips;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether somebody is heard who speaks while a reply plays from a loudspeaker, and the reply itself is not. */
final class EchoBench {
    private static final int[] ECHOES = {-12, -20}; // dB, beside the one who speaks
    private static final int STEP = RATE / 50;
    private static final int BEGINS = 5; // seconds after the reply
    private static final short[] REPLY =
            joined(silence(1), Noises.atLevel(SpokenClips.recorded(NORTH_WIND), TurnTakingBench.SPEECH_LEVEL));

    private final Map<String, SpeechDetection> ways;
    private final List<SpokenTurn.Phrase> speech;

    EchoBench(Map<String, SpeechDetection> ways, List<SpokenTurn.Phrase> speech) {
        this.ways = ways;
        this.speech = speech;
    }

    void run(Report report) {
        for (int echo : ECHOES) {
            ways.forEach((name, way) ->
                    report.other("speaking over a reply, echo %d dB (%s)".formatted(echo, name), of(way, echo)));
        }
    }

    private String of(SpeechDetection way, int echo) {
        int wrong = 0;
        List<Double> times = new ArrayList<>();
        for (SpokenTurn.Phrase phrase : speech) {
            short[] room = SpokenClips.inTheRoom(REPLY, Math.pow(10, echo / 20.0));
            short[] sound = mixed(
                    mixed(room, noise((double) room.length / RATE, 10), 0),
                    phrase.sound().samples(),
                    BEGINS);
            List<Double> begins = begins(way, sound);
            wrong += (int) begins.stream().filter(at -> at < BEGINS).count();
            double end = BEGINS + phrase.seconds() + 0.3;
            begins.stream().filter(at -> at >= BEGINS && at < end).findFirst().ifPresent(at -> times.add(at - BEGINS));
        }
        double median =
                times.stream().sorted().skip(times.size() / 2).findFirst().orElse(0.0);
        return String.format(
                Locale.ROOT,
                "%d of %d heard, median after %.2f s; %d halted by the reply itself",
                times.size(),
                speech.size(),
                median,
                wrong);
    }

    private static List<Double> begins(SpeechDetection way, short[] sound) {
        SpeechDetector detector = way.detector(RATE, Duration.ofMillis(800), true);
        List<Double> begins = new ArrayList<>();
        for (int at = 0; at + STEP <= sound.length; at += STEP) {
            PcmFrame frame = new PcmFrame(Arrays.copyOfRange(sound, at, at + STEP), RATE);
            if (detector.hear(frame, SpokenClips.playback(REPLY, at)) == SpeechDetector.Change.BEGAN) {
                begins.add((double) (at + STEP) / RATE);
            }
        }
        return begins;
    }
}
