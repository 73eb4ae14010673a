package dev.voicebot.bench;

import static dev.voicebot.audio.SpokenClips.RATE;
import static dev.voicebot.audio.SpokenClips.joined;
import static dev.voicebot.audio.SpokenClips.mixed;
import static dev.voicebot.audio.SpokenClips.silence;

import dev.voicebot.audio.DetectorTrial;
import dev.voicebot.audio.Noises;
import dev.voicebot.audio.SpeechDetection;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Distinguishes speech from noise, by loudness and with the model. Only counts; no result depends on the machine. */
final class DetectorBench {
    private static final int[] LEVELS = {-50, -40, -30, -20}; // dBFS
    private static final int[] DISTANCES = {20, 10, 5, 0}; // dB from noise to speech
    private static final int SECONDS = 20; // of noise alone
    private static final int BEFORE = 3; // seconds of noise before speech
    private static final int AFTER = 3;
    private static final int BEGINNING = RATE * 3 / 10;

    private final Map<String, SpeechDetection> ways;
    private final List<short[]> recordings; // each some words

    DetectorBench(Map<String, SpeechDetection> ways, List<short[]> recordings) {
        this.ways = ways;
        this.recordings = recordings;
    }

    void run(Report report) {
        for (Noises noise : Noises.values()) {
            add(report, name(noise) + " alone", way -> alone(noise, way));
        }
        for (Noises noise : Noises.values()) {
            add(report, "speech over " + name(noise), way -> spoken(noise, way));
        }
    }

    private void add(Report report, String what, Function<SpeechDetection, String> measure) {
        ways.forEach((name, way) -> report.other(what + " (" + name + ")", measure.apply(way)));
    }

    private static String alone(Noises noise, SpeechDetection way) {
        List<DetectorTrial> trials = IntStream.of(LEVELS)
                .mapToObj(level -> joined(silence(BEFORE), noise.of(SECONDS, level), silence(AFTER)))
                .map(sound -> DetectorTrial.of(way, sound))
                .toList();
        long opened = trials.stream().filter(it -> !it.utterances().isEmpty()).count();
        double sent =
                trials.stream().mapToDouble(DetectorTrial::taken).average().orElse(0);
        return opened + " of " + trials.size() + ", " + percent(sent) + " sent";
    }

    private String spoken(Noises noise, SpeechDetection way) {
        return IntStream.of(DISTANCES)
                .mapToObj(distance -> spoken(noise, distance, way))
                .collect(Collectors.joining("; "));
    }

    private String spoken(Noises noise, int distance, SpeechDetection way) {
        int whole = 0;
        double missed = 0;
        double sent = 0;
        for (short[] speech : recordings) {
            int length = speech.length + (BEFORE + AFTER) * RATE;
            short[] room =
                    Arrays.copyOf(noise.of((double) length / RATE, TurnTakingBench.SPEECH_LEVEL - distance), length);
            DetectorTrial trial = DetectorTrial.of(way, mixed(room, speech, BEFORE));
            DetectorTrial.Utterance words = DetectorTrial.spoken(speech);
            int from = BEFORE * RATE + words.from();
            int to = BEFORE * RATE + words.to();
            whole += trial.share(from, from + BEGINNING) > 0.999 ? 1 : 0;
            missed += 1 - trial.share(from, to);
            sent += trial.share(0, from - RATE); // what is kept from before the first word is no mistake
        }
        return whole + " of " + recordings.size() + ", " + percent(missed / recordings.size()) + ", "
                + percent(sent / recordings.size());
    }

    private static String name(Noises noise) {
        return noise.name().toLowerCase(Locale.ROOT);
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
