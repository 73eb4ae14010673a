package dev.voicebot.doctor;

import static dev.voicebot.text.Messages.mark;
import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.WakeWord;
import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.wiring.Assembly;
import dev.voicebot.wiring.SpeechSense;
import dev.voicebot.wiring.TurnSense;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What tells speech from noise, when a turn is over, and what wakes hands-free, where something does. */
public final class HandsFreeChecks {
    private HandsFreeChecks() {}

    /** One after the other: they use the same library. */
    public static List<Check> of(Assembly assembly) {
        List<Check> checks = new ArrayList<>(List.of(
                Check.useful(mark("detector"), cancellation -> detector(assembly.speechSense())),
                Check.useful(mark("turn end"), cancellation -> turnEnd(assembly.turnSense()))));
        assembly.wakeWord()
                .ifPresent(word -> checks.add(Check.useful(mark("wake word"), cancellation -> wakeWord(word))));
        return checks;
    }

    private static Diagnosis detector(SpeechSense sense) {
        return sense.obstacle()
                .map(fault -> Diagnosis.warning(tr(
                        "%s Hands-free detects speech by loudness instead: more noise is taken for speech.",
                        fault.userMessage())))
                .orElseGet(() -> Diagnosis.ok(tr("Silero v6 tells speech from noise")));
    }

    private static Diagnosis wakeWord(WakeWord word) {
        try {
            word.getReady();
            return Diagnosis.ok(tr("\"%s\" wakes hands-free", word.phrase()));
        } catch (AssistantException e) {
            return Diagnosis.warning(e.userMessage());
        }
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
