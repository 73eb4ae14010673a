package dev.voicebot.doctor;

import dev.voicebot.wiring.SpeechSense;
import java.util.List;

/** What tells speech from noise. */
public final class DetectorCheck {
    private DetectorCheck() {}

    public static List<Check> of(SpeechSense sense) {
        return List.of(Check.useful("detector", cancellation -> sense.obstacle()
                .map(fault -> Diagnosis.warning(fault.userMessage()
                        + " Hands-free detects speech by loudness instead: more noise is taken for speech."))
                .orElseGet(() -> Diagnosis.ok("Silero v6 tells speech from noise"))));
    }
}
