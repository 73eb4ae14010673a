package dev.voicebot.doctor;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Resampler;

/**
 * Where a sound comes back in another one, by the best normalised cross-correlation.
 *
 * @param likeness 0 is nothing alike, 1 the same shape, whatever the loudness and the sign
 * @param seconds from the beginning of the other sound
 */
record Echo(double likeness, double seconds) {
    private static final int RATE = 4000; // Hz: enough for speech, and a second of search for a sentence
    private static final double LEAST_ENERGY = 1e-7; // of the wanted sound's; less than that is noise of rounding

    static Echo find(PcmFrame wanted, PcmFrame other) {
        float[] part = prepare(wanted);
        float[] whole = prepare(other);
        int length = Math.min(part.length, whole.length);
        double energy = sum(part, 0, part, length);
        double window = sum(whole, 0, whole, length);
        double best = 0;
        int place = 0;
        for (int lag = 0; length > 0 && lag + length <= whole.length; lag++) {
            if (window > energy * LEAST_ENERGY) {
                double likeness = Math.abs(sum(whole, lag, part, length)) / Math.sqrt(energy * window);
                place = likeness > best ? lag : place;
                best = Math.max(best, likeness);
            }
            if (lag + length < whole.length) {
                window += whole[lag + length] * whole[lag + length] - whole[lag] * whole[lag];
            }
        }
        return new Echo(Math.min(1, best), (double) place / RATE);
    }

    private static double sum(float[] whole, int from, float[] part, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += whole[from + i] * part[i];
        }
        return sum;
    }

    private static float[] prepare(PcmFrame frame) {
        Resampler resampler = new Resampler(frame.sampleRate(), RATE);
        short[] head = resampler.resample(frame.samples());
        short[] tail = resampler.finish();
        float[] all = new float[head.length + tail.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = i < head.length ? head[i] : tail[i - head.length];
        }
        return all;
    }
}
