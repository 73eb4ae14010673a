package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.SpeechDetection;
import dev.voicebot.config.RecognitionSettings;
import dev.voicebot.engine.openai.OpenAiRecognizer;
import dev.voicebot.engine.openai.SpeechParameters;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.synthesis.SpeechSynthesizer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** An OpenAI-compatible server that hears. */
final class ServerHearing implements HearingEngine {
    private static final Duration SILENCE = Duration.ofMillis(800);

    private final Optional<SpeechParameters> server;
    private final Optional<OpenAiRecognizer> recognizer;
    private volatile List<String> words = List.of(); // that are expected

    /** Without {@code server} there is none. */
    ServerHearing(
            Optional<SpeechParameters> server,
            RecognitionSettings settings,
            SpeechDetection detection,
            OpenedParts opened) {
        OpenAiRecognizer.Hearing hearing =
                new OpenAiRecognizer.Hearing(detection, settings.maxEndSilence().orElse(SILENCE));
        this.server = server;
        this.recognizer = server.map(found -> opened.add(new OpenAiRecognizer(found, hearing)));
    }

    @Override
    public String name() {
        return recognizer
                .map(OpenAiRecognizer::model)
                .filter(model -> !model.isEmpty())
                .or(() -> server.map(SpeechParameters::host))
                .orElse("none");
    }

    @Override
    public String title() {
        return ServerSpeech.title(server, name());
    }

    @Override
    public boolean isPriced() {
        return server.flatMap(SpeechParameters::apiKey).isPresent();
    }

    @Override
    public Optional<String> obstacle() {
        return server.isPresent() ? Optional.empty() : Optional.of(missing());
    }

    @Override
    public SpeechRecognizer recognizer(Request request) {
        return found().expecting(request.language(), words);
    }

    @Override
    public void expectWords(Path file, List<String> expected) {
        words = List.copyOf(expected);
    }

    @Override
    public Service service(Optional<String> language, Supplier<SpeechSynthesizer> voice) {
        OpenAiRecognizer asked = found().expecting(language, words);
        return new Service(
                this::name,
                server.map(SpeechParameters::baseUrl),
                RecognitionSettings.BASE_URL.key(),
                new HearingProof(voice, () -> asked, language));
    }

    private OpenAiRecognizer found() {
        return recognizer.orElseThrow(() -> new AssistantException(FaultKind.SETTINGS, missing()));
    }

    private static String missing() {
        return tr(
                "No server that transcribes was found on this machine. Start speaches, LocalAI or"
                        + " whisper.cpp's server, or set %s.",
                RecognitionSettings.BASE_URL.key());
    }
}
