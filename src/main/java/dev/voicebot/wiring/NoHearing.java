package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.synthesis.SpeechSynthesizer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What there is without a key.
 *
 * @param isNamed whether the settings name an engine that needs one
 */
record NoHearing(boolean isNamed) implements HearingEngine {
    @Override
    public String name() {
        return "none";
    }

    @Override
    public String title() {
        return tr("off (needs DASHSCOPE_API_KEY)");
    }

    @Override
    public Optional<String> obstacle() {
        return Optional.of(CloudAccess.needsKey(tr("Voice input")));
    }

    @Override
    public SpeechRecognizer recognizer(Request request) {
        throw missing(tr("Voice input"));
    }

    @Override
    public void expectWords(Path file, List<String> words) {
        throw missing(tr("Hot words"));
    }

    @Override
    public Service service(Optional<String> language, Supplier<SpeechSynthesizer> voice) {
        if (isNamed) {
            throw missing(tr("Voice input"));
        }
        return Service.builtIn(
                name(), cancellation -> new Service.Answer(false, CloudAccess.needsKey(tr("Voice input"))));
    }

    private static AssistantException missing(String purpose) {
        return new AssistantException(FaultKind.CREDENTIALS, CloudAccess.needsKey(purpose));
    }
}
