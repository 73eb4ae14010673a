package dev.voicebot.audio;

import java.time.Duration;
import java.util.function.DoubleConsumer;

/** How loud a sound is in each 20 ms of it, without hum and offset, in dBFS. One thread. */
final class WindowLevels {
    static final int PER_SECOND = 50;

    static final Duration LENGTH = Duration.ofMillis(1000 / PER_SECOND);

    /** Exact silence, and all below it. */
    static final double SILENCE = -70;

    private static final double HUM_HERTZ = 100;
    private static final double FULL_SCALE = 32768;

    private final double kept; // of the filter that takes low tones away
    private final int windowLength; // samples
    private double before;
    private double filtered;
    private double squares;
    private int count;

    WindowLevels(int sampleRate) {
        this.kept = Math.exp(-2 * Math.PI * HUM_HERTZ / sampleRate);
        this.windowLength = sampleRate / PER_SECOND;
    }

    /** Gives the levels of the windows that {@code frame} completes. */
    void add(PcmFrame frame, DoubleConsumer levels) {
        for (short sample : frame.samples()) {
            filtered = sample - before + kept * filtered;
            before = sample;
            squares += filtered * filtered;
            if (++count == windowLength) {
                levels.accept(decibels(squares / windowLength));
                squares = 0;
                count = 0;
            }
        }
    }

    private static double decibels(double meanSquare) {
        return Math.max(SILENCE, 10 * Math.log10(meanSquare / (FULL_SCALE * FULL_SCALE)));
    }
}
