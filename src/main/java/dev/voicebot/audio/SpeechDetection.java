package dev.voicebot.audio;

import java.time.Duration;

/** Makes detectors, one for each recording. Any thread; may load what they need, which takes up to a second. */
@FunctionalInterface
public interface SpeechDetection {
    /**
     * Blocks while what it needs is loaded.
     *
     * @param silence ends an utterance
     * @param guardsEcho whether the microphone hears the speaker
     */
    SpeechDetector detector(int sampleRate, Duration silence, boolean guardsEcho);

    /** Speech is what is {@code threshold} decibels louder than the room's noise. */
    static SpeechDetection byLoudness(double threshold) {
        return (sampleRate, silence, guardsEcho) -> new LoudnessDetector(sampleRate, threshold, silence, guardsEcho);
    }
}
