package dev.voicebot.cli;

import java.time.Duration;
import java.util.Locale;

/** A bar of a dozen cells and times as one reads them. */
final class ProgressBar {
    private static final int CELLS = 12;

    private ProgressBar() {}

    /** {@code part} is 0 to 1. */
    static String of(double part) {
        int full = (int) Math.round(Math.max(0, Math.min(1, part)) * CELLS);
        return "█".repeat(full) + "░".repeat(CELLS - full);
    }

    /** {@code 3:07}, or {@code 1:02:03}. */
    static String time(Duration time) {
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }

    /** {@code 8.3×}: how much of {@code sound} was done in a time; nothing before there is something to tell. */
    static String speed(Duration sound, Duration spent) {
        return spent.isZero() || sound.isZero()
                ? ""
                : String.format(Locale.ROOT, "%.1f×", (double) sound.toMillis() / Math.max(1, spent.toMillis()));
    }
}
