package dev.voicebot.audio;

/** The shape of a sound, as one character a column: the higher the louder. */
public final class Waveform {
    private static final String BARS = "▁▂▃▄▅▆▇█";

    private Waveform() {}

    /** {@code columns} bars for all of {@code sound}, by the loudest sample of each part; the loudest of all is full. */
    public static String of(PcmFrame sound, int columns) {
        int[] peaks = peaks(sound.samples(), columns);
        int highest = 1;
        for (int peak : peaks) {
            highest = Math.max(highest, peak);
        }
        StringBuilder bars = new StringBuilder();
        for (int peak : peaks) {
            bars.append(BARS.charAt(Math.round((BARS.length() - 1f) * peak / highest)));
        }
        return bars.toString();
    }

    private static int[] peaks(short[] samples, int columns) {
        int[] peaks = new int[columns];
        for (int i = 0; i < samples.length; i++) {
            int column = (int) ((long) i * columns / samples.length);
            peaks[column] = Math.max(peaks[column], Math.abs(samples[i]));
        }
        return peaks;
    }
}
