package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.Settings;
import dev.voicebot.config.SynthesisSettings;
import dev.voicebot.engine.openai.OpenAiChatModel;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.synthesis.KnownVoice;
import dev.voicebot.synthesis.Voice;
import dev.voicebot.turn.Conversation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Exchanges the engines' settings of a running conversation. */
final class LiveEngines {
    /** The usual names on DashScope's compatible endpoint: https://help.aliyun.com/zh/model-studio/models. */
    private static final List<String> QWEN = List.of(
            "qwen-plus",
            "qwen-max",
            "qwen-turbo",
            "qwen-flash",
            "qwen-long",
            "qwen3-max",
            "qwen-plus-latest",
            "qwen-max-latest",
            "qwen-turbo-latest");

    private static final String NONE = "none";
    private static final String OWN_VOICE = Settings.AUTO;
    private static final String DEFAULT_DEVICE = "default";

    private final Assembly assembly;
    private final Conversation conversation;
    private final Optional<OpenAiChatModel> server;
    private final Supplier<List<String>> offered;
    private final Supplier<List<KnownVoice>> voices;
    private volatile String systemPrompt;
    private volatile Voice voice;

    /** {@code offered}, the service's models as far as they are known by now, and {@code voices} are asked at every list. */
    LiveEngines(
            Assembly assembly,
            Conversation conversation,
            Optional<OpenAiChatModel> server,
            Supplier<List<String>> offered,
            Supplier<List<KnownVoice>> voices) {
        this.assembly = assembly;
        this.conversation = conversation;
        this.server = server;
        this.offered = offered;
        this.voices = voices;
        this.systemPrompt = assembly.settings().chat().systemPrompt();
        this.voice = assembly.voice().voice();
        instruct();
    }

    LiveSettings settings() {
        return new LiveSettings(
                new LiveSetting(tr("model"), this::model, this::models, this::useModel, this::doubtModel),
                new LiveSetting(tr("voice"), this::voiceName, this::voices, this::useVoice, this::doubtVoice),
                new LiveSetting(
                        tr("system prompt"),
                        () -> systemPrompt.isEmpty() ? NONE : systemPrompt,
                        List::of,
                        this::useSystemPrompt),
                new LiveSetting(tr("language"), this::language, SpokenLanguage::known, this::useLanguage),
                new LiveSetting(
                        tr("microphone"), () -> device(assembly.devices().input()), List::of, this::useMicrophone),
                new LiveSetting(tr("speaker"), () -> device(assembly.devices().output()), List::of, this::useSpeaker),
                this::engines,
                assembly.devices()::microphones,
                assembly.devices()::speakers);
    }

    private String model() {
        return server.map(OpenAiChatModel::name).orElse("guide");
    }

    private List<KnownValue> models() {
        return server.map(this::models).orElse(List.of(new KnownValue("guide", tr("built in"))));
    }

    private List<KnownValue> models(OpenAiChatModel model) {
        List<String> known = offered.get();
        Stream<String> usual =
                !known.isEmpty() ? known.stream() : model.parameters().isDashScope() ? QWEN.stream() : Stream.of();
        return Stream.concat(usual, model.models().stream())
                .distinct()
                .map(name -> new KnownValue(name, ""))
                .toList();
    }

    private void useModel(String name) {
        OpenAiChatModel model = server.orElseThrow(() -> new AssistantException(
                FaultKind.SETTINGS,
                tr("The built-in guide is not a language model. Set DASHSCOPE_API_KEY or start a local server"
                        + " such as Ollama, then restart.")));
        if (isMissing(name, model.models())) {
            doubtModel(name).ifPresent(doubt -> {
                throw new AssistantException(FaultKind.SETTINGS, doubt);
            });
        }
        model.use(name);
    }

    /** Where the service has a list; a snapshot of a model that it lists may not be in it. */
    private static boolean isMissing(String name, List<String> listed) {
        return !listed.isEmpty()
                && listed.stream().noneMatch(known -> name.equals(known) || name.startsWith(known + "-"));
    }

    private Optional<String> doubtModel(String name) {
        List<String> known = models().stream().map(KnownValue::value).toList();
        return KnownNames.doubtModel(name, known);
    }

    private String voiceName() {
        return voice.name().isEmpty() ? OWN_VOICE : voice.name();
    }

    private List<KnownValue> voices() {
        String about = assembly.voice().standardVoice();
        return Stream.concat(
                        Stream.of(new KnownValue(OWN_VOICE, about)),
                        voices.get().stream().map(known -> new KnownValue(known.name(), known.about())))
                .toList();
    }

    private void useVoice(String name) {
        if (!assembly.settings().synthesis().enabled()) {
            throw new AssistantException(
                    FaultKind.SETTINGS,
                    tr(
                            "Speech is off. Restart without --no-speak and with %s = true.",
                            SynthesisSettings.ENABLED.key()));
        }
        String ownName = name.equals(OWN_VOICE) ? "" : name;
        if (assembly.voice().wouldKnow(ownName)) {
            doubtVoice(ownName).ifPresent(doubt -> {
                throw new AssistantException(FaultKind.SETTINGS, doubt);
            });
        }
        voice = new Voice(ownName, voice.rate(), voice.pitch(), voice.volume());
        conversation.speakThrough(output -> output.withVoice(voice));
    }

    private Optional<String> doubtVoice(String name) {
        return assembly.voice().doubt(name, voices.get());
    }

    private void useSystemPrompt(String text) {
        systemPrompt = text.equals(NONE) ? "" : text;
        instruct();
    }

    private String language() {
        return assembly.hearing().language().orElse(SpokenLanguage.DETECTED);
    }

    private void useLanguage(String code) {
        assembly.hearing().expect(SpokenLanguage.of(code));
        instruct();
    }

    private void instruct() {
        conversation.instruct(
                SpokenLanguage.told(systemPrompt, assembly.hearing().language()));
    }

    private static String device(Optional<String> setting) {
        return setting.orElse(DEFAULT_DEVICE);
    }

    private static Optional<String> chosen(String device) {
        return Optional.of(device).filter(name -> !name.equals(DEFAULT_DEVICE));
    }

    private void useMicrophone(String device) {
        assembly.devices().hearThrough(chosen(device));
    }

    private void useSpeaker(String device) {
        assembly.devices().speakThrough(chosen(device));
        conversation.speakThrough(
                output -> output.withSpeaker(assembly.devices().speaker()));
    }

    private List<String> engines() {
        String spoken = conversation.speaks() ? assembly.voice().name() : "muted";
        return assembly.hearing().isPossible()
                ? List.of(model(), spoken, assembly.hearing().name())
                : List.of(model(), spoken);
    }
}
