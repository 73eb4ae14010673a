package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.doctor.TurnTexts;
import dev.voicebot.doctor.TurnsCheck;
import dev.voicebot.doctor.TurnsParts;
import dev.voicebot.doctor.TurnsReport;
import dev.voicebot.doctor.TurnsSummary;
import dev.voicebot.language.WrittenLanguage;
import dev.voicebot.talk.Senses;
import dev.voicebot.terminal.TextColumns;
import dev.voicebot.text.Messages;
import dev.voicebot.text.UiLanguage;
import dev.voicebot.wiring.Assembly;
import java.util.Optional;

/** {@code doctor --turns}: how turn-taking without keys works in the user's room. */
final class DoctorTurns {
    private static final int NAME = 12; // columns

    private final CommandContext context;

    DoctorTurns(CommandContext context) {
        this.context = context;
    }

    int run(boolean json) {
        TurnsReport report = new TurnsCheck(parts(), texts(), context::tell).run(context.cancellation());
        TurnsSummary summary = new TurnsSummary(report);
        int exit = report.fault().map(ExitCode::of).orElse(ExitCode.DONE).number();
        if (json) {
            Messages.use(UiLanguage.EN);
            context.printLine(summary.json(exit));
        } else {
            summary.lines().forEach(line -> context.printLine(TextColumns.pad(line.name(), NAME) + "  " + line.text()));
            context.tell(summary.verdict());
        }
        return exit;
    }

    private TurnsParts parts() {
        Assembly assembly = context.assembly();
        boolean understands = assembly.hearing().isPossible();
        if (!understands) {
            context.tell(tr("Without voice input, only silence tells when you have finished."));
        }
        return new TurnsParts(
                assembly.settings().handsFree(),
                Senses.of(assembly),
                assembly.devices().microphoneWithoutEcho(),
                understands ? Optional.of(context::recognizer) : Optional.empty(),
                assembly.voice().synthesizer(),
                assembly.voice().voice(),
                assembly.devices()::speaker,
                assembly.turnSense().model().isPresent(),
                assembly.speechSense().obstacle().isEmpty());
    }

    private TurnTexts texts() {
        Optional<String> spoken = context.assembly().hearing().language();
        boolean isChinese =
                spoken.map(WrittenLanguage::isChineseCode).orElseGet(() -> Messages.language() == UiLanguage.ZH);
        return isChinese ? TurnTexts.CHINESE : TurnTexts.ENGLISH;
    }
}
