package dev.voicebot.audio;

import java.util.Arrays;

/** How well a sound can be found in another one: 1 is the same shape, 0 nothing alike. */
public final class Correlation {
    private static final int RATE = 4000; // Hz, enough to tell, and quick

    private Correlation() {}

    /** The best normalised correlation of {@code part} with any place of {@code whole}; rates in Hz. */
    public static double best(byte[] part, int partRate, byte[] whole, int wholeRate) {
        return match(part, partRate, whole, wholeRate).likeness();
    }

    /** Where {@code part} is found best, and how well; rates in Hz. */
    public static Match match(byte[] part, int partRate, byte[] whole, int wholeRate) {
        float[] wanted = prepare(part, partRate);
        float[] there = prepare(whole, wholeRate);
        double energy = energy(wanted, 0, wanted.length);
        double best = 0;
        int place = 0;
        double window = energy(there, 0, Math.min(wanted.length, there.length));
        for (int lag = 0; lag + wanted.length <= there.length; lag++) {
            if (window > energy * 1e-6) {
                double likeness = sum(wanted, there, lag) / Math.sqrt(energy * window);
                place = likeness > best ? lag : place;
                best = Math.max(best, likeness);
            }
            if (lag + wanted.length < there.length) {
                window += there[lag + wanted.length] * there[lag + wanted.length] - there[lag] * there[lag];
            }
        }
        return refined(new Match(best, (double) place / RATE), part, partRate, there, place);
    }

    /** Two sounds that lie between each other's samples at the low rate look less alike than they are. */
    private static Match refined(Match coarse, byte[] part, int partRate, float[] there, int place) {
        Match best = coarse;
        for (int skipped = 1; skipped < partRate / RATE; skipped++) {
            int from = skipped * PcmFrame.BYTES_PER_SAMPLE;
            float[] wanted = prepare(Arrays.copyOfRange(part, Math.min(from, part.length), part.length), partRate);
            double energy = energy(wanted, 0, wanted.length);
            for (int lag = Math.max(0, place - 1); lag <= place + 1 && lag + wanted.length <= there.length; lag++) {
                double likeness = sum(wanted, there, lag) / Math.sqrt(energy * energy(there, lag, wanted.length));
                if (likeness > best.likeness()) {
                    best = new Match(likeness, (double) lag / RATE - (double) skipped / partRate);
                }
            }
        }
        return best;
    }

    /** How like, and how many seconds from the beginning. */
    public record Match(double likeness, double seconds) {}

    private static float[] prepare(byte[] bytes, int rate) {
        int whole = bytes.length - bytes.length % PcmFrame.BYTES_PER_SAMPLE;
        short[] samples = PcmFrame.ofLittleEndian(bytes, 0, whole, rate).samples();
        Resampler resampler = new Resampler(rate, RATE);
        short[] head = resampler.resample(samples);
        short[] tail = resampler.finish();
        float[] all = new float[head.length + tail.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = i < head.length ? head[i] : tail[i - head.length];
        }
        return all;
    }

    private static double energy(float[] samples, int from, int count) {
        double energy = 0;
        for (int i = from; i < from + count; i++) {
            energy += samples[i] * samples[i];
        }
        return energy;
    }

    private static double sum(float[] wanted, float[] there, int lag) {
        double sum = 0;
        for (int i = 0; i < wanted.length; i++) {
            sum += wanted[i] * there[lag + i];
        }
        return sum;
    }
}
