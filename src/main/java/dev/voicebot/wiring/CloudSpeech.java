package dev.voicebot.wiring;

import dev.voicebot.config.Settings;
import dev.voicebot.credentials.Route;
import dev.voicebot.engine.dashscope.DashScopeConnection;
import dev.voicebot.engine.dashscope.DashScopeRecognizer;
import dev.voicebot.engine.dashscope.DashScopeSynthesizer;
import dev.voicebot.engine.dashscope.HotWords;
import dev.voicebot.engine.dashscope.RecognitionParameters;
import dev.voicebot.engine.dashscope.SynthesisParameters;
import dev.voicebot.engine.dashscope.TaskTrial;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes what hears and speaks in the cloud. Every method throws CREDENTIALS without a key. */
final class CloudSpeech {
    private final Settings settings;
    private final CloudModels models;
    private final Route route;
    private final Consumer<String> notices;
    private volatile Optional<String> vocabulary = Optional.empty(); // of hot words, instead of the setting's

    /** {@code notices} receives a line for the user when another voice speaks than the one chosen, or a model lacks what is asked. */
    CloudSpeech(Settings settings, CloudModels models, Route route, Consumer<String> notices) {
        this.settings = settings;
        this.models = models;
        this.route = route;
        this.notices = notices;
    }

    boolean hasKey() {
        return settings.dashscope().apiKey().isPresent();
    }

    /** {@code language} is what is spoken; detected when empty. */
    SpeechRecognizer recognizer(Optional<String> language) {
        return new DashScopeRecognizer(connection("recognising speech"), recognitionParameters(language), notices);
    }

    SpeechSynthesizer synthesizer() {
        return new DashScopeSynthesizer(connection("the voice of dashscope"), synthesisParameters());
    }

    Service recognitionService(Optional<String> language) {
        TaskTrial trial = TaskTrial.recognition(connection("recognising speech"), recognitionParameters(language));
        return service(models.recognition().model(), trial);
    }

    Service synthesisService(Voice voice) {
        TaskTrial trial = TaskTrial.synthesis(connection("the voice of dashscope"), synthesisParameters(), voice);
        return service(models.synthesis().model(), trial);
    }

    /** From now on recognizers expect these words, which are in {@code file}. Blocks while the service is asked. */
    void expectWords(Path file, List<String> words, Path cache) {
        HotWords lists = new HotWords(
                connection("a list of hot words"),
                settings.dashscope().httpUrl(),
                models.recognition().model(),
                cache);
        vocabulary = Optional.of(lists.idFor(file, words));
    }

    private Service service(String model, TaskTrial trial) {
        return new Service(
                model, Optional.of(settings.dashscope().websocketUrl()), "dashscope.websocket_url", cancellation -> {
                    trial.run(cancellation);
                    return new Service.Answer(true, "accepted");
                });
    }

    private RecognitionParameters recognitionParameters(Optional<String> language) {
        Settings.Recognition recognition = settings.recognition();
        return new RecognitionParameters(
                models.recognition(),
                recognition.sampleRate(),
                language,
                vocabulary.or(recognition::vocabularyId),
                recognition.maxEndSilence(),
                recognition.translateTo());
    }

    private SynthesisParameters synthesisParameters() {
        return new SynthesisParameters(models.synthesis(), settings.synthesis().sampleRate(), notices);
    }

    private DashScopeConnection connection(String purpose) {
        Settings.DashScope dashscope = settings.dashscope();
        return new DashScopeConnection(
                dashscope.websocketUrl(),
                dashscope
                        .apiKey()
                        .orElseThrow(() -> new AssistantException(
                                FaultKind.CREDENTIALS,
                                purpose + " needs a DashScope key: export DASHSCOPE_API_KEY=sk-… and start again")),
                dashscope.connectTimeout(),
                route);
    }
}
