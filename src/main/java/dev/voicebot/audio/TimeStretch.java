package dev.voicebot.audio;

import java.util.Arrays;

/**
 * Makes speech faster or slower and leaves its pitch: windows of the sound are laid over one another at another distance
 * than they were taken at, each where it fits the wave before it best (WSOLA). The result does not depend on how the
 * sound was portioned. One thread; one stretch of sound.
 */
public final class TimeStretch {
    public static final double SLOWEST = 0.5;
    public static final double FASTEST = 3;

    private static final int HOPS_PER_SECOND = 66; // half a window: longer than a period of the deepest voice
    private static final int TOLERANCES_PER_SECOND = 100;
    private static final int SKIM = 2; // every other sample is enough to compare waves

    private final double speed;
    private final int hop;
    private final int tolerance;
    private short[] input = new short[0]; // not used up yet
    private long inputStart; // its place in the whole sound
    private long taken; // samples of the whole sound
    private long given;
    private long windows;
    private long follower; // where the sound goes on behind the last window

    /** {@code speed} 2 takes half as long; from {@link #SLOWEST} to {@link #FASTEST}. */
    public TimeStretch(int sampleRate, double speed) {
        if (speed < SLOWEST || speed > FASTEST) {
            throw new IllegalArgumentException("speed must be " + SLOWEST + " to " + FASTEST + ", got " + speed);
        }
        this.speed = speed;
        this.hop = sampleRate / HOPS_PER_SECOND;
        this.tolerance = sampleRate / TOLERANCES_PER_SECOND;
    }

    /** Takes the next samples; gives what is ready, perhaps nothing. */
    public short[] stretch(short[] samples) {
        append(samples);
        taken += samples.length;
        return windowsWithin(taken);
    }

    /** Gives the rest: the sound is whole. */
    public short[] finish() {
        long wanted = Math.max(0, Math.round(taken / speed) - given);
        append(new short[2 * (hop + tolerance) + (int) Math.ceil(hop * speed)]);
        short[] rest = windowsWithin(inputStart + input.length);
        return Arrays.copyOf(rest, Math.toIntExact(wanted));
    }

    private void append(short[] samples) {
        int before = input.length;
        input = Arrays.copyOf(input, before + samples.length);
        System.arraycopy(samples, 0, input, before, samples.length);
    }

    private short[] windowsWithin(long end) {
        short[] output = new short[0];
        while (place() + tolerance + 2L * hop <= end) {
            output = Arrays.copyOf(output, output.length + hop);
            window(output, output.length - hop);
        }
        given += output.length;
        forget();
        return output;
    }

    /** Where the next window would be taken if waves did not matter. */
    private long place() {
        return Math.round(windows * hop * speed);
    }

    /** Half of the last window fades into half of the next one. */
    private void window(short[] output, int at) {
        long start = windows == 0 ? 0 : bestStart();
        for (int i = 0; i < hop; i++) {
            double in = windows == 0 ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * (i + 0.5) / hop);
            double mixed = in * sample(start + i) + (1 - in) * sample(follower + i);
            output[at + i] = (short) Math.round(mixed);
        }
        follower = start + hop;
        windows++;
    }

    private long bestStart() {
        long middle = place();
        long best = middle;
        double bestLikeness = 0;
        for (long start = Math.max(inputStart, middle - tolerance); start <= middle + tolerance; start++) {
            double likeness = likeness(start);
            if (likeness > bestLikeness) {
                bestLikeness = likeness;
                best = start;
            }
        }
        return best;
    }

    private double likeness(long start) {
        double product = 0;
        double energy = 1;
        for (int i = 0; i < hop; i += SKIM) {
            double sample = sample(start + i);
            product += sample * sample(follower + i);
            energy += sample * sample;
        }
        return product / Math.sqrt(energy);
    }

    private int sample(long place) {
        return input[(int) (place - inputStart)];
    }

    private void forget() {
        long needed = Math.min(follower, place() - tolerance);
        int unneeded = (int) Math.min(input.length, Math.max(0, needed - inputStart));
        input = Arrays.copyOfRange(input, unneeded, input.length);
        inputStart += unneeded;
    }
}
