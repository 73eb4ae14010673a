package dev.voicebot.audio;

import java.time.Duration;

/** How many samples last how long. A length is cut to whole nanoseconds; back to samples it gives the same number. */
public final class Samples {
    private static final long NANOS = 1_000_000_000L;

    private Samples() {}

    /** How long {@code samples} last at {@code sampleRate} Hz. */
    public static Duration length(long samples, int sampleRate) {
        return Duration.ofSeconds(samples / sampleRate, samples % sampleRate * NANOS / sampleRate);
    }

    /** How many samples of {@code sampleRate} Hz last about {@code length}, which may be negative. */
    public static long in(Duration length, int sampleRate) {
        return length.getSeconds() * sampleRate + (length.getNano() * (long) sampleRate + NANOS / 2) / NANOS;
    }

    /** As many times as loud; what would be louder than full scale is cut off there. */
    public static short[] amplified(short[] samples, double gain) {
        if (gain == 1) {
            return samples;
        }
        short[] louder = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            louder[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(samples[i] * gain)));
        }
        return louder;
    }
}
