package dev.voicebot.config;

import static dev.voicebot.text.Messages.mark;

import dev.voicebot.credentials.Endpoint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the settings are in a run, as texts, each with where it comes from. */
final class EffectiveSettings {
    private final Settings settings;
    private final SettingValues values;

    private EffectiveSettings(Settings settings, SettingValues values) {
        this.settings = settings;
        this.values = values;
    }

    /** In the order of the reference, with what is in open tables at the end. */
    static List<EffectiveSetting> of(Settings settings, SettingValues values) {
        EffectiveSettings all = new EffectiveSettings(settings, values);
        return Stream.<Setting<?>>concat(SettingsReference.entries().stream(), openEntries(values))
                .map(all::effective)
                .toList();
    }

    /** Those that are set in tables whose keys are the user's. */
    private static Stream<Setting<?>> openEntries(SettingValues values) {
        return values.keys()
                .filter(key -> SettingsReference.openTable(key).isPresent())
                .map(key -> SettingsReference.find(key).orElseThrow());
    }

    private EffectiveSetting effective(Setting<?> setting) {
        String origin = values.found(setting)
                .map(value -> origin(value.place(), setting))
                .orElse(mark("default"));
        return new EffectiveSetting(
                setting.key(),
                Endpoint.withoutUser(shown(setting)),
                values.isDerived(setting) ? "by " + values.place(setting) : origin,
                values.found(setting).isPresent() && !values.isDerived(setting),
                setting.description());
    }

    private String shown(Setting<?> setting) {
        String text = values.found(setting).map(Value::text).orElse(setting.fallback());
        if (setting.kind().isSecret() && !text.isEmpty()) {
            return "***";
        }
        return folder(setting).orElse(text);
    }

    private Optional<String> folder(Setting<?> setting) {
        if (setting.equals(RecordingsSettings.DIRECTORY)) {
            return Optional.of(settings.recordings().directory().toString());
        }
        return setting.equals(ModelsSettings.DIRECTORY)
                ? Optional.of(settings.models().directory().toString())
                : Optional.empty();
    }

    /** {@code place} names the key too, for messages. */
    private static String origin(String place, Setting<?> setting) {
        String key = setting.key();
        return place.endsWith(key) && !place.equals("option " + key)
                ? place.substring(0, place.length() - key.length()).replaceFirst(":? *$", "")
                : place;
    }
}
