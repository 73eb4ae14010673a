package dev.voicebot.doctor;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Resampler;
import java.util.Arrays;

/**
 * Where a sound comes back in another one, by the best normalised cross-correlation.
 *
 * @param likeness 0 is nothing alike, 1 the same shape, whatever the loudness and the sign
 * @param seconds from the beginning of the other sound
 */
record Echo(double likeness, double seconds) {
    private static final int RATE = 4000; // Hz: enough for speech, and two seconds of search for a minute of it
    private static final double LEAST_ENERGY = 1e-7; // of the wanted sound's; less than that is noise of rounding
    private static final int PIECE = RATE / 2; // between two gaps, and still unlike other words
    private static final int LOST = RATE; // the most that may be missing before a piece
    private static final double LEAST_OF_PIECES = 0.45; // other words of the same voice come to 0.4

    /** A speaker or microphone that stalls tears a sound, and no place fits all of it: then its pieces count. */
    static Echo find(PcmFrame wanted, PcmFrame other) {
        float[] part = prepare(wanted);
        float[] whole = prepare(other);
        Echo inOne = best(part, whole, 0, whole.length);
        Echo inPieces = inPieces(part, whole);
        return inPieces.likeness >= Math.max(LEAST_OF_PIECES, inOne.likeness) ? inPieces : inOne;
    }

    /** The mean of the pieces by their energy, each found for itself, and where the first begins that is alike. */
    private static Echo inPieces(float[] part, float[] whole) {
        int count = Math.max(1, part.length / PIECE);
        int length = part.length / count;
        int longer = Math.max(0, whole.length - part.length);
        double sum = 0;
        double seconds = -1;
        for (int i = 0; i < count; i++) {
            int at = i * length;
            float[] piece = Arrays.copyOfRange(part, at, at + length);
            int from = Math.max(0, at - LOST);
            Echo echo = best(piece, whole, from, Math.min(whole.length, at + length + longer + LOST));
            sum += echo.likeness * energy(piece, 0, length);
            if (seconds < 0 && echo.likeness >= LEAST_OF_PIECES) {
                seconds = Math.max(0, echo.seconds - (double) at / RATE);
            }
        }
        return new Echo(sum / Math.max(1, energy(part, 0, part.length)), seconds);
    }

    /** The best place between two of {@code whole}. */
    private static Echo best(float[] part, float[] whole, int from, int to) {
        int length = Math.max(0, Math.min(part.length, to - from));
        double energy = energy(part, 0, length);
        double window = energy(whole, from, length);
        double best = 0;
        int place = from;
        for (int lag = from; length > 0 && lag + length <= to; lag++) {
            if (window > energy * LEAST_ENERGY) {
                double likeness = Math.abs(sum(whole, lag, part, length)) / Math.sqrt(energy * window);
                place = likeness > best ? lag : place;
                best = Math.max(best, likeness);
            }
            if (lag + length < to) {
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

    private static double energy(float[] sound, int from, int length) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += sound[i] * sound[i];
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
