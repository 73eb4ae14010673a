package dev.voicebot.audio;

import static dev.voicebot.audio.SpokenClips.RATE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a detector makes of a sound, as an open microphone uses it; sounds have {@link SpokenClips#RATE} Hz. */
public final class DetectorTrial {
    public static final Duration SILENCE = Duration.ofMillis(800);
    private static final int WINDOW = RATE / 50;
    private static final int BEFORE = (int) Samples.in(SpeechDetector.ONSET.plusMillis(400), RATE);

    /** From a sample to another. */
    public record Utterance(int from, int to) {}

    private final short[] sound;
    private final List<Utterance> utterances = new ArrayList<>();

    private DetectorTrial(short[] sound) {
        this.sound = sound;
    }

    public static DetectorTrial of(SpeechDetection detection, short[] sound) {
        DetectorTrial trial = new DetectorTrial(sound);
        trial.hear(detection.detector(RATE, SILENCE, false));
        return trial;
    }

    private void hear(SpeechDetector detector) {
        int begun = -1;
        for (int at = 0; at + WINDOW <= sound.length; at += WINDOW) {
            PcmFrame frame = new PcmFrame(Arrays.copyOfRange(sound, at, at + WINDOW), RATE);
            SpeechDetector.Change change = detector.hear(frame, SpeechDetector.NO_PLAYBACK);
            if (change == SpeechDetector.Change.BEGAN) {
                begun = Math.max(ended(), at + WINDOW - BEFORE);
            } else if (change == SpeechDetector.Change.ENDED) {
                utterances.add(new Utterance(begun, at + WINDOW));
                begun = -1;
            }
        }
        if (begun >= 0) {
            utterances.add(new Utterance(begun, sound.length));
        }
    }

    private int ended() {
        return utterances.isEmpty() ? 0 : utterances.get(utterances.size() - 1).to();
    }

    public List<Utterance> utterances() {
        return utterances;
    }

    /** Share of the sound that is in utterances. */
    public double taken() {
        return share(0, sound.length);
    }

    /** Share of the samples from one to another that are in utterances. */
    public double share(int from, int to) {
        int inside = utterances.stream()
                .mapToInt(it -> Math.max(0, Math.min(to, it.to()) - Math.max(from, it.from())))
                .sum();
        return (double) inside / (to - from);
    }

    /** Where the first and the last word of clean speech are. */
    public static Utterance spoken(short[] speech) {
        List<Double> levels = new ArrayList<>();
        new WindowLevels(RATE).add(new PcmFrame(speech, RATE), levels::add);
        double least = levels.stream().mapToDouble(it -> it).max().orElseThrow() - 30;
        int first = 0;
        while (levels.get(first) < least) {
            first++;
        }
        int last = levels.size() - 1;
        while (levels.get(last) < least) {
            last--;
        }
        return new Utterance(first * WINDOW, (last + 1) * WINDOW);
    }
}
