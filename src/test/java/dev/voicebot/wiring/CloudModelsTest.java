package dev.voicebot.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.config.Folders;
import dev.voicebot.config.Settings;
import dev.voicebot.config.SettingsLoader;
import dev.voicebot.config.Sources;
import dev.voicebot.network.Network;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudModelsTest {
    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({
        "beijing,   '', fun-asr-realtime,  cosyvoice-v2",
        "beijing,   en, gummy-realtime-v1, cosyvoice-v2",
        "singapore, '', fun-asr-realtime,  cosyvoice-v3-flash",
        "singapore, en, fun-asr-realtime,  cosyvoice-v3-flash",
    })
    void aRegionIsAskedOnlyForWhatItHas(String region, String translateTo, String recognizer, String voice) {
        CloudModels models = models(Map.of("dashscope.region", region, "recognition.translate_to", translateTo));

        assertThat(models.recognition().model()).isEqualTo(recognizer);
        assertThat(models.synthesis().model()).isEqualTo(voice);
    }

    @ParameterizedTest
    @CsvSource({
        "recognition.model, paraformer-realtime-v2",
        "synthesis.model, cosyvoice-v2",
    })
    void whatTheUserNamesIsAskedForAnywhere(String setting, String model) {
        CloudModels models = models(Map.of("dashscope.region", "singapore", setting, model));

        assertThat(
                        setting.startsWith("recognition")
                                ? models.recognition().model()
                                : models.synthesis().model())
                .isEqualTo(model);
    }

    private CloudModels models(Map<String, String> options) {
        Settings settings = SettingsLoader.load(new Sources(
                        Optional.empty(), new HashMap<>(), options, home, Folders.of(Map.of(), home), Optional.empty()))
                .settings();
        return new CloudModels(settings, Network.DIRECT, home, Clock.systemUTC(), line -> {});
    }
}
