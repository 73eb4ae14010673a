package dev.voicebot.doctor;

import dev.voicebot.outcome.FaultKind;
import java.time.Duration;
import java.util.Optional;

/**
 * What came out of one check.
 *
 * @param fault its kind, where looking ended in one
 */
public record Finding(String name, Diagnosis diagnosis, Duration took, Optional<FaultKind> fault) {
    public Health health() {
        return diagnosis.health();
    }
}
