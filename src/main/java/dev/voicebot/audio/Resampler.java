package dev.voicebot.audio;

/**
 * Changes the sample rate of a stream: windowed-sinc (Kaiser, 80 dB) with the cut-off below the lower of the two
 * Nyquist frequencies, delay compensated, so that n samples in give round(n · to / from) out, in place. One thread.
 */
public final class Resampler {
    private static final int ZERO_CROSSINGS = 32; // each side of the kernel, at the lower rate
    private static final double KAISER_BETA = 8.0; // about 80 dB of stop band
    private static final double PASS_BAND = 0.92; // of the lower Nyquist frequency
    private static final int MAX_PHASES = 4096;

    private final int from;
    private final int to;
    private final int reach; // input samples each side of an output sample
    private final float[][] kernels; // one per phase of the output grid against the input grid
    private float[] held; // input that later output needs, oldest first
    private long heldStart; // stream index of held[0]; negative: the silence before the stream
    private long taken; // input samples so far
    private long given; // output samples so far

    public Resampler(int fromHz, int toHz) {
        if (fromHz <= 0 || toHz <= 0) {
            throw new IllegalArgumentException("rates must be positive, got " + fromHz + " and " + toHz);
        }
        int divisor = gcd(fromHz, toHz);
        from = fromHz / divisor;
        to = toHz / divisor;
        if (to > MAX_PHASES) {
            throw new IllegalArgumentException("unusual rates: " + fromHz + " Hz to " + toHz + " Hz");
        }
        double cutoff = PASS_BAND * Math.min(1.0, (double) to / from);
        reach = (int) Math.ceil(ZERO_CROSSINGS / cutoff);
        kernels = from == to ? new float[0][] : kernels(cutoff);
        held = new float[reach];
        heldStart = -reach;
    }

    /** Takes all of {@code samples}, gives what is settled by now. */
    public short[] resample(short[] samples) {
        if (from == to) {
            return samples;
        }
        hold(samples, samples.length);
        taken += samples.length;
        long settled = Math.max(0, taken - reach); // output before this input index needs no more input
        return produce(ceilDiv(settled * to, from));
    }

    /** The end of the stream. */
    public short[] finish() {
        if (from == to) {
            return new short[0];
        }
        hold(new short[0], reach + from / to + 1);
        return produce(Math.round((double) taken * to / from));
    }

    private void hold(short[] samples, int length) {
        long firstNeeded = given * from / to - reach + 1;
        int drop = (int) Math.max(0, Math.min(held.length, firstNeeded - heldStart));
        float[] next = new float[held.length - drop + length];
        System.arraycopy(held, drop, next, 0, held.length - drop);
        for (int i = 0; i < samples.length; i++) {
            next[held.length - drop + i] = samples[i];
        }
        held = next;
        heldStart += drop;
    }

    private short[] produce(long end) {
        short[] output = new short[(int) Math.max(0, end - given)];
        for (int i = 0; i < output.length; i++, given++) {
            output[i] = at(given);
        }
        return output;
    }

    private short at(long index) {
        long whole = index * from / to;
        float[] kernel = kernels[(int) (index * from % to)];
        int first = (int) (whole - reach + 1 - heldStart);
        float sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            sum += kernel[i] * held[first + i];
        }
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum)));
    }

    private float[][] kernels(double cutoff) {
        float[][] all = new float[to][];
        for (int phase = 0; phase < to; phase++) {
            all[phase] = kernel((double) phase / to, cutoff);
        }
        return all;
    }

    /** Weights of the input samples whole-reach+1 … whole+reach for an output sample at whole+fraction. */
    private float[] kernel(double fraction, double cutoff) {
        double[] weights = new double[2 * reach];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double distance = i - reach + 1 - fraction;
            weights[i] = cutoff * sinc(cutoff * distance) * kaiser(distance / reach);
            sum += weights[i];
        }
        float[] normalised = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            normalised[i] = (float) (weights[i] / sum);
        }
        return normalised;
    }

    private static double sinc(double x) {
        return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double kaiser(double x) {
        return Math.abs(x) > 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
    }

    /** Modified Bessel function of the first kind, order 0. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > 1e-12 * sum; k++) {
            term *= (x / 2 / k) * (x / 2 / k);
            sum += term;
        }
        return sum;
    }

    private static long ceilDiv(long a, long b) {
        return -Math.floorDiv(-a, b);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
