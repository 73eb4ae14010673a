package dev.voicebot.doctor;

import static dev.voicebot.text.Messages.mark;
import static dev.voicebot.text.Messages.tr;

import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.wiring.Assembly;
import dev.voicebot.wiring.SpeechSense;
import dev.voicebot.wiring.TurnSense;
import java.util.List;
import java.util.Optional;

/** What tells speech from noise, and when a turn is over. */
public final class HandsFreeChecks {
    private HandsFreeChecks() {}

    /** One after the other: they use the same library. */
    public static List<Check> of(Assembly assembly) {
        return List.of(
                Check.useful(mark("detector"), cancellation -> detector(assembly.speechSense())),
                Check.useful(mark("turn end"), cancellation -> turnEnd(assembly.turnSense())));
    }

    private static Diagnosis detector(SpeechSense sense) {
        return sense.obstacle()
                .map(fault -> Diagnosis.warning(tr(
                        "%s Hands-free detects speech by loudness instead: more noise is taken for speech.",
                        fault.userMessage())))
                .orElseGet(() -> Diagnosis.ok(tr("Silero v6 tells speech from noise")));
    }

    private static Diagnosis turnEnd(TurnSense sense) {
        Optional<LocalModel> pulled = sense.pulled();
        if (pulled.isEmpty()) {
            return Diagnosis.ok(tr(
                    "your words tell when you have finished; your voice too after: voicebot models pull smart-turn"));
        }
        return sense.obstacle()
                .map(fault -> Diagnosis.warning(
                        tr("%s Hands-free tells by your words alone when you have finished.", fault.userMessage())))
                .orElseGet(() -> Diagnosis.ok(tr(
                        "%s and your words tell when you have finished",
                        pulled.get().name())));
    }
}
