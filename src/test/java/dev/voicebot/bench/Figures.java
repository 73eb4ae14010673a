package dev.voicebot.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One thing measured many times. */
final class Figures {
    private final List<Double> millis = new ArrayList<>();

    void addNanos(long nanos) {
        millis.add(nanos / 1e6);
    }

    void add(Duration time) {
        addNanos(time.toNanos());
    }

    int count() {
        return millis.size();
    }

    boolean isEmpty() {
        return millis.isEmpty();
    }

    double median() {
        return at(50);
    }

    double p95() {
        return at(95);
    }

    double max() {
        return at(100);
    }

    /** By the nearest rank. */
    private double at(int percent) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
    }

    /** Median, 95th percentile and maximum, in milliseconds. */
    String shown() {
        return isEmpty() ? "–" : shown(median()) + " / " + shown(p95()) + " / " + shown(max());
    }

    static String shown(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.1f" : "%.0f", value);
    }
}
