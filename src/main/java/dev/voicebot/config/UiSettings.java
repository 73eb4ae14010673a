package dev.voicebot.config;

import dev.voicebot.text.UiLanguage;

/** The interface. */
public record UiSettings(UiLanguage language) {
    static final SettingTable TABLE = new SettingTable("ui");

    public static final Setting<UiLanguage> LANGUAGE = TABLE.setting(
            "language",
            Kind.choice(UiLanguage.class),
            "auto",
            "Language of the interface; auto: by LC_ALL, LC_MESSAGES or LANG.");

    static UiSettings of(SettingValues values) {
        return new UiSettings(values.of(LANGUAGE));
    }
}
