package dev.voicebot.wiring;

import dev.voicebot.chat.Exchange;
import dev.voicebot.config.Settings;
import dev.voicebot.engine.dashscope.DashScopeConnection;
import dev.voicebot.engine.dashscope.DashScopeRecognizer;
import dev.voicebot.engine.dashscope.DashScopeSynthesizer;
import dev.voicebot.engine.dashscope.HotWords;
import dev.voicebot.engine.dashscope.RecognitionParameters;
import dev.voicebot.engine.dashscope.RecognitionReports;
import dev.voicebot.engine.dashscope.SynthesisParameters;
import dev.voicebot.engine.dashscope.TaskTrial;
import dev.voicebot.models.ModelChoice;
import dev.voicebot.network.Network;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes what hears and speaks in the cloud. Every method throws CREDENTIALS without a key. */
final class CloudSpeech {
    private final Settings settings;
    private final CloudModels models;
    private final Network network;
    private final RecognitionReports reports;
    private volatile Optional<Function<String, String>> vocabulary =
            Optional.empty(); // of hot words, instead of the setting's

    /** {@code reports} also receives a line for the user when another voice speaks than the one chosen. */
    CloudSpeech(Settings settings, CloudModels models, Network network, RecognitionReports reports) {
        this.settings = settings;
        this.models = models;
        this.network = network;
        this.reports = reports;
    }

    /**
     * Speech to text.
     *
     * @param language what is spoken; detected when empty
     * @param translateTo what it is translated into
     * @param context gives the turns of the conversation so far, which names and terms may stand in
     */
    SpeechRecognizer recognizer(
            Optional<String> language, Optional<String> translateTo, Supplier<List<Exchange>> context) {
        models.refresh();
        return new DashScopeRecognizer(
                connection("Voice input"),
                recognitionParameters(language, translateTo),
                reports,
                settings.recognition().context() ? context : List::of);
    }

    SpeechSynthesizer synthesizer() {
        models.refresh();
        return new DashScopeSynthesizer(connection("The cloud's voice"), synthesisParameters());
    }

    /** {@code voice} says what is to be heard. */
    Service recognitionService(Optional<String> language, Supplier<SpeechSynthesizer> voice) {
        SpeechRecognizer recognizer = recognizer(language, Optional.empty(), List::of);
        return service(models.recognition(), new HearingProof(voice, () -> recognizer, language));
    }

    /** Whether the key belongs to the region; none without a key. */
    Optional<Service> regionService() {
        Settings.DashScope dashscope = settings.dashscope();
        String workspace =
                dashscope.workspace().map(name -> ", workspace " + name).orElse("");
        return dashscope
                .apiKey()
                .map(key -> new Service(
                        () -> dashscope.region().title() + workspace,
                        Optional.of(dashscope.httpUrl()),
                        "dashscope.region",
                        new KeyHome(dashscope, key, network)));
    }

    Service synthesisService(Voice voice) {
        TaskTrial trial = TaskTrial.synthesis(connection("The cloud's voice"), synthesisParameters(), voice);
        return service(models.synthesis(), cancellation -> {
            trial.run(cancellation);
            return new Service.Answer(true, "accepted");
        });
    }

    /** From now on recognizers expect these words, which are in {@code file}; each model is given a list of its own. */
    void expectWords(Path file, List<String> words, Path cache) {
        DashScopeConnection connection = connection("Hot words");
        vocabulary = Optional.of(
                model -> new HotWords(connection, settings.dashscope().httpUrl(), model, cache).idFor(file, words));
    }

    private Service service(ModelChoice model, Service.Question question) {
        return new Service(
                () -> model.model() + (model.isAutomatic() ? " (auto)" : ""),
                Optional.of(settings.dashscope().websocketUrl()),
                "dashscope.websocket_url",
                question);
    }

    private RecognitionParameters recognitionParameters(Optional<String> language, Optional<String> translateTo) {
        Settings.Recognition recognition = settings.recognition();
        return new RecognitionParameters(
                models.recognition(),
                recognition.sampleRate(),
                language,
                vocabulary.or(() -> recognition.vocabularyId().map(id -> model -> id)),
                recognition.maxEndSilence(),
                translateTo);
    }

    private SynthesisParameters synthesisParameters() {
        return new SynthesisParameters(models.synthesis(), settings.synthesis().sampleRate(), reports.notices());
    }

    private DashScopeConnection connection(String purpose) {
        Settings.DashScope dashscope = settings.dashscope();
        return new DashScopeConnection(
                dashscope.websocketUrl(),
                dashscope.apiKey().orElseThrow(() -> new AssistantException(FaultKind.CREDENTIALS, needsKey(purpose))),
                dashscope.connectTimeout(),
                network);
    }

    /** The fault of {@code purpose} without a key. */
    static String needsKey(String purpose) {
        return purpose + " needs a DashScope key. Run: export DASHSCOPE_API_KEY=sk-…, then restart.";
    }
}
