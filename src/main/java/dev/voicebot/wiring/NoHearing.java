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
 * @param wanted the local model that would do instead
 */
record NoHearing(boolean isNamed, String wanted) implements HearingEngine {
    @Override
    public String name() {
        return "none";
    }

    @Override
    public String title() {
        return isNamed ? tr("off (needs DASHSCOPE_API_KEY)") : tr("off (no recognizer)");
    }

    @Override
    public Optional<String> obstacle() {
        return Optional.of(needs());
    }

    @Override
    public Optional<String> missingModel() {
        return isNamed ? Optional.empty() : Optional.of(wanted);
    }

    @Override
    public SpeechRecognizer recognizer(Request request) {
        throw missing(needs());
    }

    @Override
    public void expectWords(Path file, List<String> words) {
        throw missing(CloudAccess.needsKey(tr("Hot words")));
    }

    @Override
    public Service service(Optional<String> language, Supplier<SpeechSynthesizer> voice) {
        if (isNamed) {
            throw missing(needs());
        }
        return Service.builtIn(name(), cancellation -> new Service.Answer(false, needs()));
    }

    private static AssistantException missing(String message) {
        return new AssistantException(FaultKind.CREDENTIALS, message);
    }

    private String needs() {
        return isNamed
                ? CloudAccess.needsKey(tr("Voice input"))
                : tr(
                        "Voice input needs a DashScope key (voicebot setup, or export DASHSCOPE_API_KEY=sk-…) or a local model"
                                + " (voicebot models pull %s).",
                        wanted);
    }
}
