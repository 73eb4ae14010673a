package dev.voicebot.audio;

import java.util.Arrays;

/**
 * Changes the sample rate of one stream of sound without aliasing: a windowed sinc, one row of weights per phase. The
 * signal is not shifted and the total length is the input's times {@code toHz / fromHz}, rounded. One thread; one
 * stream.
 */
public final class Resampler {
    /** The pass band ends here, the stop band begins at 1: both as parts of the lower rate's Nyquist frequency. */
    private static final double PASS_BAND = 0.9;

    /** Stop band in dB; 16-bit rounding hides what is below. */
    private static final double ATTENUATION = 80;

    /** Kaiser's formula for more than 50 dB (Oppenheim and Schafer, Discrete-Time Signal Processing, 7.5). */
    private static final double KAISER_BETA = 0.1102 * (ATTENUATION - 8.7);

    private final int up;
    private final int down;
    private final int reach; // input samples that count on either side of an output sample
    private final float[][] weights; // one row per phase, 2 * reach long

    private float[] pending; // input still needed; begins at the first sample that the next output uses
    private int pendingCount;
    private int skip; // input samples still to come that no output uses
    private int phase;
    private long taken;
    private long given;

    public Resampler(int fromHz, int toHz) {
        if (fromHz <= 0 || toHz <= 0) {
            throw new IllegalArgumentException("rates must be positive, got " + fromHz + " and " + toHz);
        }
        int divisor = greatestCommonDivisor(fromHz, toHz);
        up = toHz / divisor;
        down = fromHz / divisor;
        double lowerRate = Math.min(1, (double) up / down); // in units of the input rate
        reach = halfLength(lowerRate);
        weights = isIdentity() ? new float[0][] : weights(lowerRate);
        pending = new float[4 * reach];
        pendingCount = reach - 1; // silence before the first sample
    }

    /** What can be said so far; the last few milliseconds stay inside until more comes. */
    public short[] resample(short[] samples) {
        if (isIdentity()) {
            return samples;
        }
        taken += samples.length;
        append(samples, samples.length);
        return produce(Long.MAX_VALUE);
    }

    /** What stayed inside. The stream is over then. */
    public short[] finish() {
        if (isIdentity()) {
            return new short[0];
        }
        append(new short[0], reach);
        long total = (2 * taken * up + down) / (2L * down);
        return produce(total);
    }

    private boolean isIdentity() {
        return up == down;
    }

    /** Appends samples, then silence up to {@code length}. */
    private void append(short[] samples, int length) {
        int unused = Math.min(skip, length);
        skip -= unused;
        int added = length - unused;
        if (pendingCount + added > pending.length) {
            pending = Arrays.copyOf(pending, 2 * (pendingCount + added));
        }
        for (int i = 0; i < added; i++) {
            int from = unused + i;
            pending[pendingCount + i] = from < samples.length ? samples[from] : 0;
        }
        pendingCount += added;
    }

    private short[] produce(long end) {
        short[] out = new short[Math.toIntExact((long) pendingCount * up / down + 2)];
        int count = 0;
        int start = 0;
        while (start + 2 * reach <= pendingCount && given < end) {
            out[count++] = sample(start);
            given++;
            int steps = phase + down;
            start += steps / up;
            phase = steps % up;
        }
        dropPending(start);
        return Arrays.copyOf(out, count);
    }

    private void dropPending(int used) {
        int dropped = Math.min(used, pendingCount);
        skip += used - dropped;
        System.arraycopy(pending, dropped, pending, 0, pendingCount - dropped);
        pendingCount -= dropped;
    }

    private short sample(int start) {
        float[] row = weights[phase];
        // Four sums, because one would make each addition wait for the one before it.
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int i = 0; i < row.length; i += 4) {
            a += row[i] * pending[start + i];
            b += row[i + 1] * pending[start + i + 1];
            c += row[i + 2] * pending[start + i + 2];
            d += row[i + 3] * pending[start + i + 3];
        }
        int value = Math.round((a + b) + (c + d));
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
    }

    /** Kaiser's estimate of the filter's length, even, so that rows are a multiple of four. */
    private static int halfLength(double lowerRate) {
        double transition = (1 - PASS_BAND) / 2 * lowerRate; // cycles per input sample
        int half = (int) Math.ceil((ATTENUATION - 7.95) / (14.36 * transition) / 2);
        return half + half % 2;
    }

    private float[][] weights(double lowerRate) {
        double cutoff = (1 + PASS_BAND) / 4 * lowerRate; // the middle of the transition, cycles per input sample
        float[][] rows = new float[up][];
        for (int row = 0; row < up; row++) {
            rows[row] = row(cutoff, (double) row / up);
        }
        return rows;
    }

    /** The weights of the input samples around an output sample that lies {@code offset} after one of them. */
    private float[] row(double cutoff, double offset) {
        double[] row = new double[2 * reach];
        for (int i = 0; i < row.length; i++) {
            double distance = i - (reach - 1) - offset;
            row[i] = sinc(2 * cutoff * distance) * kaiser(distance / reach);
        }
        double sum = Arrays.stream(row).sum();
        float[] normal = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            normal[i] = (float) (row[i] / sum);
        }
        return normal;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double kaiser(double x) {
        return bessel(KAISER_BETA * Math.sqrt(Math.max(0, 1 - x * x))) / bessel(KAISER_BETA);
    }

    /** The modified Bessel function of order zero, as its power series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int n = 1; term > sum * 1e-12; n++) {
            term *= (x / (2 * n)) * (x / (2 * n));
            sum += term;
        }
        return sum;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
