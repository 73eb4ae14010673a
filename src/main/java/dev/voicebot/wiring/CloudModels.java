package dev.voicebot.wiring;

import dev.voicebot.config.Settings;
import dev.voicebot.models.MissingModels;
import dev.voicebot.models.ModelChoice;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The models that the parts in the cloud use: those that the settings name, or, by default, the first that the service
 * has of the usual ones.
 *
 * @see <a href="https://help.aliyun.com/en/model-studio/models">the service's models</a>
 */
final class CloudModels {
    /** Translates what is said, which no other recognizer does. */
    private static final String TRANSLATOR = "gummy-realtime-v1";

    private static final List<String> RECOGNITION =
            List.of("fun-asr-realtime", "qwen-audio-3.1-asr-flash-streaming", "paraformer-realtime-v2", TRANSLATOR);
    private static final List<String> SYNTHESIS =
            List.of("cosyvoice-v2", "cosyvoice-v3-flash", "cosyvoice-v3-plus", "qwen-audio-3.0-tts-flash");
    private static final List<String> CHAT =
            List.of("qwen-plus", "qwen3.5-plus", "qwen-flash", "qwen-turbo", "qwen3-max", "qwen-max");

    private final ModelChoice recognition;
    private final ModelChoice synthesis;
    private final ModelChoice chat;

    /**
     * Opens nothing yet.
     *
     * @param folder where the models that a service lacks are remembered
     * @param notices receives a line for the user when another model is taken
     */
    CloudModels(Settings settings, Path folder, Clock clock, Consumer<String> notices) {
        MissingModels speech = missing(folder, settings.dashscope().websocketUrl(), clock);
        this.recognition = choice(settings.recognition().model(), recognizers(settings), speech, notices);
        this.synthesis = choice(settings.synthesis().model(), SYNTHESIS, speech, notices);
        this.chat = choice(
                settings.chat().model(), CHAT, missing(folder, settings.chat().baseUrl(), clock), notices);
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
        return settings.recognition().translateTo().isEmpty()
                ? RECOGNITION
                : Stream.concat(Stream.of(TRANSLATOR), RECOGNITION.stream())
                        .distinct()
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
