package dev.voicebot.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables of the settings, and any setting by its key; what a setting means is said by its constant alone. */
public final class SettingsReference {
    private static final List<SettingTable> TABLES = List.of(
            DashScopeSettings.TABLE,
            ChatSettings.TABLE,
            RecognitionSettings.TABLE,
            SynthesisSettings.TABLE,
            AudioSettings.TABLE,
            RecordingsSettings.TABLE,
            SpeechSettings.TABLE,
            KeysSettings.TABLE,
            UsageSettings.TABLE,
            NetworkSettings.TABLE,
            ModelsSettings.TABLE,
            UiSettings.TABLE,
            TalkSettings.TABLE,
            HandsFreeSettings.TABLE);

    private static final List<OpenTable<?>> OPEN_TABLES =
            List.of(ChatSettings.EXTRA, Settings.PRONUNCIATIONS, Settings.PRICES);

    private static final List<Setting<?>> ENTRIES = TABLES.stream()
            .<Setting<?>>flatMap(table -> table.settings().stream())
            .toList();

    private SettingsReference() {}

    /** The settings with a fixed key; those of {@link #openTables} have keys that the user chooses. */
    public static List<Setting<?>> entries() {
        return ENTRIES;
    }

    public static List<OpenTable<?>> openTables() {
        return OPEN_TABLES;
    }

    static List<String> keys() {
        return ENTRIES.stream().map(Setting::key).toList();
    }

    public static List<String> tables() {
        return Stream.concat(
                        TABLES.stream().map(SettingTable::name),
                        OPEN_TABLES.stream().map(OpenTable::name))
                .toList();
    }

    /** A setting by its key. */
    public static Optional<Setting<?>> find(String key) {
        return ENTRIES.stream()
                .<Setting<?>>map(setting -> setting)
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .or(() -> openEntry(key));
    }

    /** The open table that {@code key} is an entry of, or of an entry of. */
    static Optional<OpenTable<?>> openTable(String key) {
        return OPEN_TABLES.stream()
                .<OpenTable<?>>map(open -> open)
                .filter(open -> open.has(key))
                .findFirst();
    }

    private static Optional<Setting<?>> openEntry(String key) {
        return openTable(key).map(open -> open.entry(key.substring(open.name().length() + 1)));
    }
}
