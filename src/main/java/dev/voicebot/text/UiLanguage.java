package dev.voicebot.text;

import java.util.Map;
import java.util.stream.Stream;

/** The languages of the interface; the language of the answers is another matter. */
public enum UiLanguage {
    /** By the environment. */
    AUTO,
    EN,
    ZH;

    /**
     * What {@code VOICEBOT_UI_LANGUAGE} names, else the locale: with or without a country, a script or a charset. The
     * launcher keeps in {@code VOICEBOT_LOCALE} one that the system lacks.
     */
    public static UiLanguage of(Map<String, String> environment) {
        String wanted = environment.getOrDefault("VOICEBOT_UI_LANGUAGE", "");
        return switch (wanted) {
            case "en" -> EN;
            case "zh" -> ZH;
            default ->
                Stream.of("VOICEBOT_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG")
                        .map(name -> environment.getOrDefault(name, ""))
                        .filter(locale -> !locale.isEmpty())
                        .findFirst()
                        .filter(locale -> locale.matches("zh([_.@-].*)?"))
                        .map(locale -> ZH)
                        .orElse(EN);
        };
    }
}
