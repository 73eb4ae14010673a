package dev.voicebot.doctor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a look at one thing has shown.
 *
 * @param text one line, with what to do when it is not well
 * @param figures what was measured, by names that tell the unit: {@code connect_ms}
 */
public record Diagnosis(Health health, String text, Map<String, Number> figures) {
    public Diagnosis {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures)); // in the order they were measured
    }

    public static Diagnosis ok(String text) {
        return new Diagnosis(Health.OK, text, Map.of());
    }

    public static Diagnosis warning(String text) {
        return new Diagnosis(Health.WARNING, text, Map.of());
    }

    Diagnosis with(Map<String, Number> measured) {
        return new Diagnosis(health, text, measured);
    }
}
