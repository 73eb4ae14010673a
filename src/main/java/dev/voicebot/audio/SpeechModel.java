package dev.voicebot.audio;

/** Says how likely it is that somebody speaks, window by window of one sound; remembers the windows before. One thread. */
@FunctionalInterface
public interface SpeechModel {
    int SAMPLE_RATE = 16000;

    /** Samples. */
    int WINDOW = 512;

    /** From 0 to 1; {@code window} has {@link #WINDOW} samples between -1 and 1, and is not kept. */
    float probability(float[] window);
}
