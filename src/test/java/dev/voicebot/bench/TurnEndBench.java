package dev.voicebot.bench;

import dev.voicebot.audio.ModelDetector;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.SpeechDetection;
import dev.voicebot.audio.SpeechDetector;
import dev.voicebot.audio.SpeechModel;
import dev.voicebot.audio.TurnModel;
import dev.voicebot.config.GivenSettings;
import dev.voicebot.config.HandsFreeSettings;
import dev.voicebot.engine.onnx.Silero;
import dev.voicebot.repl.Chat;
import dev.voicebot.talk.Senses;
import dev.voicebot.talk.TurnTrial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** How often somebody is cut off who only pauses, and how long somebody waits who has finished. Counts; needs no clock. */
final class TurnEndBench {
    private static final double[] PAUSES = {0.6, 0.8, 1.0, 1.5}; // seconds
    private static final double LATE = 0.3; // seconds until a word is reported
    private static final int USUAL = 800; // milliseconds of silence
    private static final int SHORTEST = 200;
    private static final int LONGEST = 3000;

    private final List<SpokenTurn> turns;
    private final Optional<TurnModel> model;
    private final Silero silero;
    private final Map<PcmFrame, List<Float>> speech = new HashMap<>(); // probabilities, window by window

    /** What ends turns: a silence, and what words and sound say. */
    private record Way(int silence, Optional<Transcription> words, Optional<TurnModel> model) {
        static Way silence(int milliseconds) {
            return new Way(milliseconds, Optional.empty(), Optional.empty());
        }

        HandsFreeSettings settings() {
            return GivenSettings.with(Chat.HANDS_FREE, Map.of("silence", Duration.ofMillis(silence)));
        }
    }

    /** What came of it; {@code delay} in seconds. */
    private record Outcome(int cutOff, double delay) {}

    /** {@code model} hears the end of a turn too, where there is one. */
    TurnEndBench(List<SpokenTurn> turns, Silero silero, Optional<TurnModel> model) {
        this.turns = turns;
        this.silero = silero;
        this.model = model;
    }

    void run(Report report) throws InterruptedException {
        Map<Double, List<SpokenTurn.Said>> silent = said(Transcription.BARE);
        add(report, "0.8 s of silence", silent, Way.silence(USUAL));
        for (Transcription transcription : Transcription.values()) {
            String words = "words " + transcription.name().toLowerCase(Locale.ROOT);
            Map<Double, List<SpokenTurn.Said>> heard = said(transcription);
            compare(report, words, heard, new Way(USUAL, Optional.of(transcription), Optional.empty()));
            if (model.isPresent()) {
                compare(report, words + " and model", heard, new Way(USUAL, Optional.of(transcription), model));
            }
        }
        if (model.isPresent()) {
            compare(report, "model alone", silent, new Way(USUAL, Optional.empty(), model));
        }
    }

    private Map<Double, List<SpokenTurn.Said>> said(Transcription transcription) {
        Map<Double, List<SpokenTurn.Said>> said = new LinkedHashMap<>();
        for (double pause : PAUSES) {
            said.put(
                    pause,
                    turns.stream()
                            .map(turn -> turn.said(pause, LATE, transcription))
                            .toList());
        }
        return said;
    }

    private void add(Report report, String what, Map<Double, List<SpokenTurn.Said>> said, Way way)
            throws InterruptedException {
        report.other("wait after the end, " + what, String.format(Locale.ROOT, "%.2f s", wait(said, way)));
        for (Map.Entry<Double, List<SpokenTurn.Said>> pause : said.entrySet()) {
            report.other(
                    name(pause.getKey(), what),
                    of(outcome(pause.getValue(), way).cutOff(), pause.getValue()));
        }
    }

    /** Beside silence alone that makes people wait as long. */
    private void compare(Report report, String what, Map<Double, List<SpokenTurn.Said>> said, Way way)
            throws InterruptedException {
        double wait = wait(said, way);
        Way silence = Way.silence(silence(said, wait));
        report.other(
                "wait after the end, " + what,
                String.format(Locale.ROOT, "%.2f s, as after %d ms of silence", wait, silence.silence()));
        for (Map.Entry<Double, List<SpokenTurn.Said>> pause : said.entrySet()) {
            List<SpokenTurn.Said> all = pause.getValue();
            report.other(
                    name(pause.getKey(), what),
                    of(outcome(all, way).cutOff(), all) + "; that silence: "
                            + outcome(all, silence).cutOff());
        }
    }

    private static String name(double pause, String what) {
        return String.format(Locale.ROOT, "cut off in pauses of %.1f s, %s", pause, what);
    }

    private static String of(int cutOff, List<SpokenTurn.Said> said) {
        return cutOff + " of " + said.stream().mapToInt(it -> it.gaps().size()).sum();
    }

    private double wait(Map<Double, List<SpokenTurn.Said>> said, Way way) throws InterruptedException {
        DoubleStream.Builder waits = DoubleStream.builder();
        for (List<SpokenTurn.Said> all : said.values()) {
            waits.add(outcome(all, way).delay());
        }
        return waits.build().average().orElseThrow();
    }

    /** Whose wait is the nearest that is not shorter. */
    private int silence(Map<Double, List<SpokenTurn.Said>> said, double wait) throws InterruptedException {
        int low = SHORTEST;
        int high = LONGEST;
        while (high - low > 10) {
            int middle = (low + high) / 2;
            if (wait(said, Way.silence(middle)) < wait) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private Outcome outcome(List<SpokenTurn.Said> all, Way way) throws InterruptedException {
        int cutOff = 0;
        double wait = 0;
        for (SpokenTurn.Said said : all) {
            Senses senses =
                    new Senses(detection(said.sound()), way::model, Optional.empty(), () -> SpeechDetector.NO_PLAYBACK);
            List<TurnTrial.Words> words = way.words().isPresent() ? said.words() : List.of();
            List<Double> ends = TurnTrial.ends(said.sound().samples(), words, way.settings(), senses);
            cutOff += (int) ends.stream().filter(end -> end < said.end()).count();
            wait += ends.get(ends.size() - 1) - said.end();
        }
        return new Outcome(cutOff, wait / all.size());
    }

    private SpeechDetection detection(PcmFrame sound) {
        List<Float> known = speech.computeIfAbsent(sound, it -> new ArrayList<>());
        return (rate, silence, guards) -> new ModelDetector(remembered(known), rate, silence, guards);
    }

    /** Asks the model only what is not known of this sound. */
    private SpeechModel remembered(List<Float> known) {
        SpeechModel asked = silero.model();
        int[] at = {0};
        return window -> {
            if (at[0] == known.size()) {
                known.add(asked.probability(window));
            }
            return known.get(at[0]++);
        };
    }
}
