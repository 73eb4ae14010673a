package dev.voicebot.wiring;

import dev.voicebot.config.Region;
import dev.voicebot.config.Settings;
import dev.voicebot.engine.openai.ChattingModels;
import dev.voicebot.models.MissingModels;
import dev.voicebot.models.ModelCatalog;
import dev.voicebot.models.ModelChoice;
import dev.voicebot.models.ModelRequest;
import dev.voicebot.models.OfferedModel;
import dev.voicebot.models.OfferedModel.Part;
import dev.voicebot.network.Network;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The models that the parts in the cloud use: those that the settings name, or, by default, the first that the service
 * has of the usual ones.
 *
 * @see <a href="https://help.aliyun.com/en/model-studio/models">the service's models</a>
 */
final class CloudModels implements AutoCloseable {
    /** Translates what is said, which no other recognizer does. */
    private static final String TRANSLATOR = "gummy-realtime-v1";

    private static final List<String> RECOGNITION =
            List.of("fun-asr-realtime", "qwen-audio-3.1-asr-flash-streaming", "paraformer-realtime-v2", TRANSLATOR);
    private static final List<String> SYNTHESIS =
            List.of("cosyvoice-v2", "cosyvoice-v3-flash", "cosyvoice-v3-plus", "qwen-audio-3.0-tts-flash");
    private static final List<String> CHAT =
            List.of("qwen-plus", "qwen3.5-plus", "qwen-flash", "qwen-turbo", "qwen3-max", "qwen-max");

    /** What only Beijing has, so that no other region is asked for it in vain. */
    private static final Pattern BEIJING_ONLY = Pattern.compile("gummy-.*|paraformer-.*|cosyvoice-v[12]");

    /** Models of the realtime protocol, which is not spoken here. */
    private static final Pattern REALTIME_PROTOCOL = Pattern.compile("^qwen3?-(asr|tts|omni)\\b.*");

    private final Optional<ModelCatalog> catalog;
    private final boolean isSameService; // whether chat is asked where speech is
    private final ModelChoice recognition;
    private final ModelChoice synthesis;
    private final ModelChoice chat;

    /**
     * Opens nothing yet.
     *
     * @param folder where the models that a service lacks are remembered
     * @param notices receives a line for the user when another model is taken
     */
    CloudModels(Settings settings, Network network, Path folder, Clock clock, Consumer<String> notices) {
        MissingModels speech = missing(folder, settings.dashscope().websocketUrl(), clock);
        URI http = settings.dashscope().httpUrl();
        URI chatAddress = settings.chat().baseUrl();
        this.catalog = settings.dashscope()
                .apiKey()
                .map(key -> new ModelCatalog(new ModelRequest(http, key, network), folder, clock));
        this.recognition = choice(settings.recognition().model(), recognizers(settings), speech, notices)
                .offering(() -> offered(Part.RECOGNITION));
        this.synthesis = choice(settings.synthesis().model(), in(settings, SYNTHESIS), speech, notices)
                .offering(() -> offered(Part.SYNTHESIS));
        this.isSameService = String.valueOf(http.getAuthority()).equals(chatAddress.getAuthority());
        this.chat = choice(settings.chat().model(), CHAT, missing(folder, chatAddress, clock), notices)
                .offering(() -> offered(Part.CHAT));
    }

    /** What the service answers from now on is not kept. */
    @Override
    public void close() {
        catalog.ifPresent(ModelCatalog::close);
    }

    /** What the service offers; none without a key. */
    Optional<ModelCatalog> catalog() {
        return catalog;
    }

    /** Asks the service what it offers, in the background, unless that is known. Returns at once. */
    void refresh() {
        catalog.ifPresent(ModelCatalog::refresh);
    }

    /** What the service is known to offer for {@code part} by now, as far as it can be used here. */
    List<String> known(Part part) {
        return listFor(part).map(list -> usable(part, list.names(part))).orElse(List.of());
    }

    /** What the service takes for one unit of {@code name}, as {@code [prices]} names it: {@code qwen-plus-input}. */
    Optional<Double> price(String name) {
        return catalog.flatMap(list -> price(list, name));
    }

    private static Optional<Double> price(ModelCatalog list, String name) {
        if (name.endsWith("-input")) {
            return list.find(name.substring(0, name.length() - 6)).flatMap(OfferedModel::inputPrice);
        }
        if (name.endsWith("-output")) {
            return list.find(name.substring(0, name.length() - 7)).flatMap(OfferedModel::outputPrice);
        }
        return list.find(name)
                .flatMap(model -> model.parts().contains(Part.SYNTHESIS) ? model.characterPrice() : model.hourPrice());
    }

    private List<String> offered(Part part) {
        return listFor(part).map(list -> usable(part, list.namesNow(part))).orElse(List.of());
    }

    private Optional<ModelCatalog> listFor(Part part) {
        return catalog.filter(list -> part != Part.CHAT || isSameService);
    }

    private static List<String> usable(Part part, List<String> names) {
        return part == Part.CHAT
                ? ChattingModels.of(names, true)
                : names.stream()
                        .filter(name -> !REALTIME_PROTOCOL.matcher(name).matches())
                        .toList();
    }

    ModelChoice recognition() {
        return recognition;
    }

    ModelChoice synthesis() {
        return synthesis;
    }

    ModelChoice chat() {
        return chat;
    }

    private static List<String> recognizers(Settings settings) {
        return in(
                settings,
                settings.recognition().translateTo().isEmpty()
                        ? RECOGNITION
                        : Stream.concat(Stream.of(TRANSLATOR), RECOGNITION.stream())
                                .distinct()
                                .toList());
    }

    /** Those of {@code candidates} that the region has. */
    private static List<String> in(Settings settings, List<String> candidates) {
        return candidates.stream()
                .filter(model -> settings.dashscope().region() == Region.BEIJING
                        || !BEIJING_ONLY.matcher(model).matches())
                .toList();
    }

    private static MissingModels missing(Path folder, URI address, Clock clock) {
        String host = address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
        return MissingModels.in(folder, host, clock);
    }

    private static ModelChoice choice(
            String setting, List<String> candidates, MissingModels missing, Consumer<String> notices) {
        return setting.isBlank() || setting.equals(Settings.AUTO)
                ? ModelChoice.auto(candidates, missing, notices)
                : ModelChoice.fixed(setting);
    }
}
