package dev.voicebot.engine.onnx;

/** Overlapping triangles of frequencies, as wide as the ear hears them, by Slaney's formula (librosa's hz_to_mel without htk); all of the same area. */
final class MelBands {
    private static final double LINEAR_UP_TO = 1000; // Hz
    private static final double LINEAR_MELS = 15;
    private static final double HERTZ_PER_MEL = 200.0 / 3;
    private static final double LOG_STEP = Math.log(6.4) / 27;

    private final int[] first; // bin of a band
    private final double[][] weights; // from there on

    /** For spectra of {@code window} samples. */
    MelBands(int bands, int window, int sampleRate) {
        first = new int[bands];
        weights = new double[bands][];
        double highest = mel(sampleRate / 2.0);
        double width = (double) sampleRate / window; // of a bin
        for (int band = 0; band < bands; band++) {
            double low = hertz(highest * band / (bands + 1));
            double middle = hertz(highest * (band + 1) / (bands + 1));
            double high = hertz(highest * (band + 2) / (bands + 1));
            first[band] = (int) Math.ceil(low / width);
            int last = Math.min(window / 2, (int) Math.floor(high / width));
            weights[band] = new double[last - first[band] + 1];
            for (int bin = first[band]; bin <= last; bin++) {
                double frequency = bin * width;
                double height = Math.min((frequency - low) / (middle - low), (high - frequency) / (high - middle));
                weights[band][bin - first[band]] = Math.max(0, height) * 2 / (high - low);
            }
        }
    }

    /** In one band; {@code spectrum} has the power of each bin. */
    double power(int band, double[] spectrum) {
        double sum = 0;
        for (int i = 0; i < weights[band].length; i++) {
            sum += weights[band][i] * spectrum[first[band] + i];
        }
        return sum;
    }

    private static double mel(double hertz) {
        return LINEAR_MELS + Math.log(hertz / LINEAR_UP_TO) / LOG_STEP; // above 1000 Hz
    }

    private static double hertz(double mel) {
        return mel < LINEAR_MELS ? mel * HERTZ_PER_MEL : LINEAR_UP_TO * Math.exp(LOG_STEP * (mel - LINEAR_MELS));
    }
}
