package dev.voicebot.repl;

import dev.voicebot.audio.SoundDevice;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.wiring.KnownValue;
import dev.voicebot.wiring.LiveSetting;
import dev.voicebot.wiring.LiveSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Engines that remember what was chosen. */
final class ScriptedEngines {
    static final String IMPOSSIBLE = "impossible";
    static final String UNKNOWN = "unknown";

    volatile List<String> engines = List.of();
    volatile List<String> model = List.of("qwen-plus", "qwen-max");
    volatile List<SoundDevice> devices = List.of(
            new SoundDevice(0, "Pulse", "the usual", false, List.of(16_000)),
            new SoundDevice(1, "USB mic", "", true, List.of(16_000, 44_100)));
    final Map<String, String> chosen = new ConcurrentHashMap<>(
            Map.of("model", "qwen-plus", "voice", "longxiaochun_v2", "system prompt", "Be brief.", "language", "auto"));

    LiveSettings settings() {
        return new LiveSettings(
                setting("model", () -> model),
                setting("voice", () -> List.of("longxiaochun_v2", "loongeva_v2")),
                setting("system prompt", List::of),
                setting("language", () -> List.of("auto", "zh")),
                setting("microphone", List::of),
                setting("speaker", List::of),
                () -> engines,
                () -> devices,
                () -> {
                    throw new AssistantException(FaultKind.AUDIO_DEVICE, "the sound server does not answer");
                });
    }

    private LiveSetting setting(String name, Supplier<List<String>> known) {
        return new LiveSetting(
                name,
                () -> now(name),
                () -> known.get().stream()
                        .map(value -> new KnownValue(value, "about " + value))
                        .toList(),
                value -> choose(name, value),
                value -> Optional.of(value + " is not known").filter(doubt -> value.equals(UNKNOWN)));
    }

    private String now(String name) {
        return chosen.getOrDefault(name, "");
    }

    private void choose(String name, String value) {
        if (value.equals(IMPOSSIBLE)) {
            throw new AssistantException(FaultKind.SETTINGS, "that is no " + name);
        }
        chosen.put(name, value);
    }
}
