package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.doctor.LoopParts;
import dev.voicebot.doctor.LoopReport;
import dev.voicebot.doctor.SoundLoop;
import dev.voicebot.language.WrittenLanguage;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.terminal.LiveLine;
import dev.voicebot.terminal.TextColumns;
import dev.voicebot.wiring.Assembly;
import java.util.Optional;

/** {@code doctor --loop}: a phrase goes out of the speaker, into the microphone, and into words. */
final class DoctorLoop {
    private static final String ENGLISH = "The quick brown fox jumps over the lazy dog.";
    private static final String CHINESE = "今天天气很好，我们一起去公园散步吧。";
    private static final int LONGEST = 300; // characters: a minute of speech, and a second to compare it

    private final CommandContext context;

    DoctorLoop(CommandContext context) {
        this.context = context;
    }

    int run(Optional<String> wanted, boolean json) {
        String phrase = wanted.orElseGet(this::usual);
        if (phrase.isBlank() || phrase.length() > LONGEST) {
            throw new AssistantException(
                    FaultKind.USAGE, tr("--phrase must have 1 to %s characters, got %s.", LONGEST, phrase.length()));
        }
        context.announcements()
                .engines(
                        context.assembly().voice().title(),
                        context.assembly().hearing().title());
        LoopReport report = measure(phrase);
        int exit = report.fault().map(ExitCode::of).orElse(ExitCode.DONE).number();
        if (json) {
            context.printLine(report.json(exit));
        } else {
            report.lines().forEach(line -> context.printLine(TextColumns.pad(line.name(), 12) + "  " + line.text()));
            context.tell(report.verdict());
        }
        return exit;
    }

    private String usual() {
        boolean isChinese = context.assembly()
                .hearing()
                .language()
                .filter(WrittenLanguage::isChineseCode)
                .isPresent();
        return isChinese ? CHINESE : ENGLISH;
    }

    private LoopReport measure(String phrase) {
        Assembly assembly = context.assembly();
        LiveLine live = context.liveLine();
        live.show(tr("● speaking and listening"));
        try {
            LoopParts parts = new LoopParts(
                    assembly.voice().synthesizer(),
                    assembly.voice().voice(),
                    assembly.devices().speaker(),
                    assembly.devices().microphone(),
                    assembly.hearing().isPossible() ? Optional.of(context.recognizer()) : Optional.empty());
            return new SoundLoop(parts, System::nanoTime).run(phrase, context.cancellation());
        } finally {
            live.clear();
        }
    }
}
