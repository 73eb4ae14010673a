package dev.voicebot.config;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what sets something in a run; what comes later wins. */
final class SettingTexts {
    /** Those of the cloud's own programs. */
    private static final Map<Setting<?>, String> DASHSCOPE_VARIABLES = Map.of(
            DashScopeSettings.API_KEY, "DASHSCOPE_API_KEY",
            DashScopeSettings.REGION, "DASHSCOPE_API_REGION",
            DashScopeSettings.WORKSPACE, "DASHSCOPE_WORKSPACE_ID",
            DashScopeSettings.WEBSOCKET_URL, "DASHSCOPE_WEBSOCKET_BASE_URL",
            DashScopeSettings.HTTP_URL, "DASHSCOPE_HTTP_BASE_URL");

    private static final String CERTIFICATES_VARIABLE = "SSL_CERT_FILE";

    private static final Map<Setting<?>, String> OPENAI_VARIABLES =
            Map.of(ChatSettings.API_KEY, "OPENAI_API_KEY", ChatSettings.BASE_URL, "OPENAI_BASE_URL");

    /** What other programs read too; the last that is set counts, and a settings file before all. */
    private static final Map<Setting<?>, List<String>> NETWORK_VARIABLES = Map.of(
            NetworkSettings.PROXY, List.of("ALL_PROXY", "all_proxy", "HTTPS_PROXY", "https_proxy"),
            NetworkSettings.NO_PROXY, List.of("NO_PROXY", "no_proxy"),
            NetworkSettings.CERTIFICATES, List.of(CERTIFICATES_VARIABLE));

    private final Sources sources;
    private final Map<String, Value> texts = new LinkedHashMap<>();

    private SettingTexts(Sources sources) {
        this.sources = sources;
    }

    /** All of them by key, none read yet. */
    static Map<String, Value> of(Sources sources, Optional<TomlFile> file) {
        SettingTexts all = new SettingTexts(sources);
        file.ifPresent(toml -> all.texts.putAll(toml.values()));
        all.fromEnvironment();
        all.texts.putAll(new Profiles(file).values(sources));
        all.fromOptions();
        if (all.reading(ChatSettings.ENGINE).equals(Optional.of(ChatEngine.OPENAI))) {
            OPENAI_VARIABLES.forEach((setting, variable) -> all.fromFirst(setting, List.of(variable)));
        }
        return all.texts;
    }

    private void fromEnvironment() {
        DASHSCOPE_VARIABLES.forEach(this::fromVariable);
        NETWORK_VARIABLES.forEach(this::fromFirst);
        SettingsReference.entries().forEach(setting -> fromVariable(setting, setting.variable()));
    }

    /** Only what nothing has set so far. */
    private void fromFirst(Setting<?> setting, List<String> variables) {
        if (!texts.containsKey(setting.key())) {
            variables.forEach(variable -> fromVariable(setting, variable));
        }
    }

    private void fromVariable(Setting<?> setting, String variable) {
        String text = sources.environment().getOrDefault(variable, "");
        if (!text.isEmpty() && !(variable.equals(CERTIFICATES_VARIABLE) && isMissing(text))) {
            texts.put(setting.key(), new Value(text, variable, sources.workingDirectory()));
        }
    }

    /** Programs that read the same variable go on without the file. */
    private boolean isMissing(String file) {
        return Files.notExists(sources.workingDirectory().resolve(file));
    }

    private void fromOptions() {
        sources.options().forEach((key, text) -> {
            if (!key.equals(Profiles.OPTION)) {
                fromOption(key, text);
            }
        });
    }

    private void fromOption(String key, String text) {
        Setting<?> setting = SettingsReference.find(key)
                .orElseThrow(() ->
                        mistake(tr("%s is not a setting%s", key, Nearest.hint(key, SettingsReference.keys()))));
        if (setting.kind().isSecret()) {
            throw mistake(tr("Other users can see a key on the command line. Set %s instead.", setting.variable()));
        }
        texts.put(key, Value.option(key, text, sources.workingDirectory()));
    }

    private static AssistantException mistake(String line) {
        return new AssistantException(FaultKind.USAGE, line);
    }

    private <T> Optional<T> reading(Setting<T> setting) {
        return reading(texts, setting);
    }

    /** What {@code texts} or its default make of a setting; empty where that is wrong, which others say. */
    static <T> Optional<T> reading(Map<String, Value> texts, Setting<T> setting) {
        Value text = texts.get(setting.key());
        return setting.read(text == null ? setting.fallback() : text.text()).value();
    }
}
