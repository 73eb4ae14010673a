package dev.voicebot.bench;

import static dev.voicebot.audio.SpokenClips.RATE;
import static dev.voicebot.audio.SpokenClips.joined;
import static dev.voicebot.audio.SpokenClips.mixed;
import static dev.voicebot.audio.SpokenClips.silence;

import dev.voicebot.audio.DetectorTrial;
import dev.voicebot.audio.ModelDetector;
import dev.voicebot.audio.Noises;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.audio.Resampler;
import dev.voicebot.audio.SpeechDetection;
import dev.voicebot.audio.WavInput;
import dev.voicebot.engine.onnx.Silero;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Distinguishes speech from noise, by loudness and with the model. Only counts; no result depends on the machine. */
final class DetectorBench {
    private static final int[] LEVELS = {-50, -40, -30, -20}; // dBFS
    private static final int[] DISTANCES = {20, 10, 5, 0}; // dB from noise to speech
    private static final int SECONDS = 20; // of noise alone
    private static final int BEFORE = 3; // seconds of noise before speech
    private static final int AFTER = 3;
    private static final double SPEECH_LEVEL = -26; // dBFS
    private static final int BEGINNING = RATE * 3 / 10;

    private final Map<String, SpeechDetection> ways = new LinkedHashMap<>();
    private final List<short[]> recordings = new ArrayList<>();

    /** {@code speech} has WAV files, in each some words. */
    DetectorBench(Path speech, Path cache) throws IOException {
        Silero silero = Silero.load(cache);
        ways.put("loudness", SpeechDetection.byLoudness(10));
        ways.put("model", (rate, silence, guards) -> new ModelDetector(silero.model(), rate, silence, guards));
        try (Stream<Path> files = Files.list(speech)) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".wav")).sorted().toList()) {
                recordings.add(Noises.atLevel(read(file), SPEECH_LEVEL));
            }
        }
    }

    private static short[] read(Path file) {
        try (Recording recording = WavInput.of(file).start()) {
            Resampler resampler = new Resampler(recording.sampleRate(), RATE);
            List<short[]> parts = new ArrayList<>();
            for (Optional<PcmFrame> frame = recording.next(); frame.isPresent(); frame = recording.next()) {
                parts.add(resampler.resample(frame.get().samples()));
            }
            parts.add(resampler.finish());
            return joined(parts.toArray(short[][]::new));
        }
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
            short[] room = Arrays.copyOf(noise.of((double) length / RATE, SPEECH_LEVEL - distance), length);
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
