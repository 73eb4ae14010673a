package dev.voicebot.engine.sherpa.child;

import java.util.Arrays;

/** The last stretch of a talk, as the library takes it; one thread. */
final class GrowingSound {
    private static final int SHORTEST = Configurations.SAMPLE_RATE / 2;

    private float[] samples = new float[Configurations.SAMPLE_RATE];
    private int length;
    private long begin; // in samples of the talk

    void add(short[] more) {
        if (length + more.length > samples.length) {
            samples = Arrays.copyOf(samples, 2 * (length + more.length));
        }
        System.arraycopy(Loudness.decimals(more), 0, samples, length, more.length);
        length += more.length;
    }

    /** Forgets all but the last {@code count} samples. */
    void keepLast(int count) {
        int gone = Math.max(0, length - count);
        System.arraycopy(samples, gone, samples, 0, length - gone);
        length -= gone;
        begin += gone;
    }

    /** How loud the last {@code count} samples are, of full scale. */
    double loudness(int count) {
        double sum = 0;
        for (int i = length - count; i < length; i++) {
            sum += samples[i] * samples[i];
        }
        return count == 0 ? 0 : Math.sqrt(sum / count);
    }

    /** With silence behind it where it is shorter than what models take. */
    float[] samples() {
        return Arrays.copyOf(Arrays.copyOf(samples, length), Math.max(length, SHORTEST));
    }

    int length() {
        return length;
    }

    long begin() {
        return begin;
    }

    long end() {
        return begin + length;
    }
}
