package dev.voicebot.audio;

/** Sines to test with, and how much of a frequency a sound holds. */
final class Tone {
    private Tone() {}

    static short[] of(double hertz, int sampleRate, int length, double amplitude) {
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (short) Math.round(amplitude * Math.sin(2 * Math.PI * hertz * i / sampleRate));
        }
        return samples;
    }

    static double rms(short[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return Math.sqrt(sum / (to - from));
    }

    /** The largest difference from the given sine, between two places: catches level, frequency and shift alike. */
    static double distanceFrom(short[] expected, short[] samples, int from, int to) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, Math.abs(samples[i] - expected[i]));
        }
        return largest;
    }
}
