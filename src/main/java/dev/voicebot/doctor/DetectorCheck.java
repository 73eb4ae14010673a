package dev.voicebot.doctor;

import static dev.voicebot.text.Messages.mark;
import static dev.voicebot.text.Messages.tr;

import dev.voicebot.wiring.SpeechSense;
import java.util.List;

/** What tells speech from noise. */
public final class DetectorCheck {
    private DetectorCheck() {}

    public static List<Check> of(SpeechSense sense) {
        return List.of(Check.useful(
                mark("detector"),
                cancellation -> sense.obstacle()
                        .map(fault -> Diagnosis.warning(tr(
                                "%s Hands-free detects speech by loudness instead: more noise is taken for speech.",
                                fault.userMessage())))
                        .orElseGet(() -> Diagnosis.ok(tr("Silero v6 tells speech from noise")))));
    }
}
