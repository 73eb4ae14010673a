package dev.voicebot.audio;

/**
 * How loud a piece of sound is; 1 is the loudest there can be.
 *
 * @param rms the root of the mean square of the samples, 0 to 1
 * @param peak the largest sample, 0 to 1
 */
public record Level(double rms, double peak) {
    /** The quietest level a meter shows; exact silence counts as this too. */
    public static final double FLOOR_DECIBELS = -60;

    private static final double FULL_SCALE = 32768;

    public static Level of(PcmFrame frame) {
        long squares = 0;
        int peak = 0;
        for (short sample : frame.samples()) {
            squares += (long) sample * sample;
            peak = Math.max(peak, Math.abs(sample));
        }
        double mean = (double) squares / Math.max(1, frame.samples().length);
        return new Level(Math.sqrt(mean) / FULL_SCALE, peak / FULL_SCALE);
    }

    /** The root mean square in dBFS, from {@link #FLOOR_DECIBELS} to 0. */
    public double decibels() {
        return Math.max(FLOOR_DECIBELS, 20 * Math.log10(rms));
    }

    /** For a meter: 0 is silence or nearly so, 1 is full scale, even steps sound even. */
    public double meter() {
        return 1 - decibels() / FLOOR_DECIBELS;
    }
}
