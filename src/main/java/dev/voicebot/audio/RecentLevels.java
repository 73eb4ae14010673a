package dev.voicebot.audio;

import java.util.Arrays;

/** The last so many levels. One thread. */
final class RecentLevels {
    private final double[] levels;
    private int next;
    private int count;

    RecentLevels(int most) {
        levels = new double[most];
    }

    void add(double level) {
        levels[next] = level;
        next = (next + 1) % levels.length;
        count = Math.min(levels.length, count + 1);
    }

    /** Of one level at least. */
    double least() {
        return Arrays.stream(levels, 0, count).min().orElseThrow();
    }

    /** Of one level at least. */
    double mean() {
        return Arrays.stream(levels, 0, count).average().orElseThrow();
    }

    /** How many are 1 or more. */
    int marks() {
        return (int) Arrays.stream(levels, 0, count).filter(level -> level >= 1).count();
    }

    void clear() {
        next = 0;
        count = 0;
    }
}
