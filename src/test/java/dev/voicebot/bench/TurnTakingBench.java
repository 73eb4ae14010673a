package dev.voicebot.bench;

import dev.voicebot.audio.ModelDetector;
import dev.voicebot.audio.Noises;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.audio.Resampler;
import dev.voicebot.audio.SpeechDetection;
import dev.voicebot.audio.SpokenClips;
import dev.voicebot.audio.TurnModel;
import dev.voicebot.audio.WavInput;
import dev.voicebot.engine.onnx.Silero;
import dev.voicebot.engine.onnx.SmartTurn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Speech and noise, the ends of turns, and speaking over a reply, each beside the way it was before. */
final class TurnTakingBench {
    static final double SPEECH_LEVEL = -26; // dBFS

    private static final Path PROJECT = Path.of("src", "test", "resources", "speech");

    private final Map<String, SpeechDetection> ways = new LinkedHashMap<>();
    private final List<short[]> recordings = new ArrayList<>();
    private final List<SpokenTurn> turns;
    private final TurnEndBench ends;

    /** {@code speech} has WAV files, in each some words; {@code model} hears the end of a turn. */
    TurnTakingBench(Path speech, Optional<Path> model, Path cache) throws IOException {
        Silero silero = Silero.load(cache);
        ways.put("loudness", SpeechDetection.byLoudness(10));
        ways.put("model", (rate, silence, guards) -> new ModelDetector(silero.model(), rate, silence, guards));
        try (Stream<Path> files = Files.list(speech)) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".wav")).sorted().toList()) {
                recordings.add(Noises.atLevel(read(file), SPEECH_LEVEL));
            }
        }
        turns = SpokenTurn.read(PROJECT.resolve("turns.tsv"), List.of(PROJECT, speech));
        Optional<TurnModel> ear = model.map(file -> SmartTurn.load(file, cache));
        ends = new TurnEndBench(turns, silero, ear);
    }

    /** At {@link SpokenClips#RATE} Hz. */
    static short[] read(Path file) {
        try (Recording recording = WavInput.of(file).start()) {
            Resampler resampler = new Resampler(recording.sampleRate(), SpokenClips.RATE);
            List<short[]> parts = new ArrayList<>();
            for (Optional<PcmFrame> frame = recording.next(); frame.isPresent(); frame = recording.next()) {
                parts.add(resampler.resample(frame.get().samples()));
            }
            parts.add(resampler.finish());
            return SpokenClips.joined(parts.toArray(short[][]::new));
        }
    }

    void run(Report report) throws InterruptedException {
        ends.run(report);
        new EchoBench(
                        ways,
                        turns.stream().flatMap(turn -> turn.phrases().stream()).toList())
                .run(report);
        new DetectorBench(ways, recordings).run(report);
    }
}
