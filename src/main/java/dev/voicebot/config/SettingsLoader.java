package dev.voicebot.config;

import dev.voicebot.credentials.Endpoint;
import dev.voicebot.credentials.Secret;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.text.Messages;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds, reads and checks the settings: an option wins over the profile, that over the environment, that over the
 * file, that over the default. */
public final class SettingsLoader {
    private SettingsLoader() {}

    /**
     * Loads the settings of a run.
     *
     * @throws AssistantException of kind SETTINGS that names the file and line or the variable at fault, USAGE that names the
     *     option
     */
    public static LoadedSettings load(Sources sources) {
        Optional<Path> file = SettingsFile.of(sources);
        Optional<TomlFile> toml = file.map(TomlFile::read);
        List<String> warnings = toml.map(it -> SettingsFile.warnings(file.orElseThrow(), it.values()))
                .orElse(List.of());
        Map<String, Value> texts = SettingTexts.of(sources, toml);
        SettingTexts.reading(texts, UiSettings.LANGUAGE).ifPresent(Messages::use); // before anything is complained of
        SettingValues set = SettingValues.read(texts, SettingsReference::find);
        Addresses addresses = new Addresses(set, sources.environment());
        SettingValues values = set.with(addresses.derived());
        Settings settings = Settings.of(values, addresses, new KeptFolders(sources, set));
        checkEndpoints(settings, values);
        return new LoadedSettings(settings, file, EffectiveSettings.of(settings, values), warnings);
    }

    private static void checkEndpoints(Settings settings, SettingValues values) {
        Optional<Secret> key = settings.dashscope().apiKey();
        check(DashScopeSettings.WEBSOCKET_URL, key, values);
        check(DashScopeSettings.HTTP_URL, key, values);
        check(ChatSettings.BASE_URL, settings.chat().apiKey(), values);
    }

    private static void check(Setting<URI> address, Optional<Secret> key, SettingValues values) {
        Endpoint.check(values.of(address), key, values.place(address));
    }

    /** Where the settings file is, or would be made: what {@code --config} or {@code VOICEBOT_CONFIG} name, else the usual. */
    public static Path fileOf(Sources sources) {
        return SettingsFile.of(sources).orElseGet(() -> SettingsFile.users(sources));
    }
}
