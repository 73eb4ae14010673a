package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.RecognitionSettings;
import dev.voicebot.engine.dashscope.DashScopeConnection;
import dev.voicebot.engine.dashscope.DashScopeRecognizer;
import dev.voicebot.engine.dashscope.HotWords;
import dev.voicebot.engine.dashscope.RecognitionParameters;
import dev.voicebot.engine.dashscope.RecognitionReports;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.synthesis.SpeechSynthesizer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** DashScope's recognizers. */
final class CloudHearing implements HearingEngine {
    private final CloudAccess access;
    private final CloudModels models;
    private final RecognitionSettings settings;
    private final RecognitionReports reports;
    private final Path cache;
    private volatile Optional<Function<String, String>> vocabulary =
            Optional.empty(); // of hot words, instead of the setting's

    /** {@code cache} is where lists of hot words are remembered. */
    CloudHearing(
            CloudAccess access,
            CloudModels models,
            RecognitionSettings settings,
            RecognitionReports reports,
            Path cache) {
        this.access = access;
        this.models = models;
        this.settings = settings;
        this.reports = reports;
        this.cache = cache;
    }

    @Override
    public String name() {
        return models.recognition().model();
    }

    @Override
    public boolean isPriced() {
        return true;
    }

    @Override
    public void warm(Optional<String> language) {
        models.refresh();
    }

    @Override
    public SpeechRecognizer recognizer(Request request) {
        models.refresh();
        return new DashScopeRecognizer(
                access.connection(tr("Voice input")),
                parameters(request),
                reports,
                settings.context() ? request.context() : List::of);
    }

    /** Each model is given a list of its own. */
    @Override
    public void expectWords(Path file, List<String> words) {
        DashScopeConnection connection = access.connection(tr("Hot words"));
        vocabulary = Optional.of(
                model -> new HotWords(connection, access.settings().httpUrl(), model, cache).idFor(file, words));
    }

    @Override
    public Service service(Optional<String> language, Supplier<SpeechSynthesizer> voice) {
        SpeechRecognizer recognizer = recognizer(new Request(language, Optional.empty(), List::of));
        return access.service(models.recognition(), new HearingProof(voice, () -> recognizer, language));
    }

    private RecognitionParameters parameters(Request request) {
        return new RecognitionParameters(
                models.recognition(),
                settings.sampleRate(),
                request.language(),
                vocabulary.or(() -> settings.vocabularyId().map(id -> model -> id)),
                settings.maxEndSilence(),
                request.translateTo());
    }
}
