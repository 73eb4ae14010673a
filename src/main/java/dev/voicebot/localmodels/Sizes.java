package dev.voicebot.localmodels;

import java.util.Locale;

/** Sizes as one reads them. */
public final class Sizes {
    private static final double KILO = 1000;

    private Sizes() {}

    /** {@code 240 MB}. */
    public static String words(long bytes) {
        if (bytes < KILO) {
            return Math.max(0, bytes) + " B";
        }
        String[] units = {"kB", "MB", "GB", "TB"};
        double size = bytes / KILO;
        int unit = 0;
        while (size >= KILO - 0.5 && unit < units.length - 1) {
            size /= KILO;
            unit++;
        }
        return String.format(Locale.ROOT, size < 10 ? "%.1f %s" : "%.0f %s", size, units[unit]);
    }
}
