package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The language that is spoken: what the recogniser is told, and the model. */
final class SpokenLanguage {
    static final String DETECTED = "auto";

    /** What gummy-realtime-v1 tells apart; others are passed on. */
    private static final List<String> USUAL = List.of("zh", "en", "yue", "ja", "ko", "de", "fr", "ru", "es", "it");

    /** What a Java with few locales cannot say. */
    private static final Map<String, String> IN_ITSELF = Map.of("zh", "中文", "yue", "粤语", "ja", "日本語", "ko", "한국어");

    private SpokenLanguage() {}

    /** What the language of a code is called by those who speak it. */
    static String inItself(String code) {
        Locale language = Locale.forLanguageTag(code);
        return IN_ITSELF.getOrDefault(code, language.getDisplayLanguage(language));
    }

    static List<KnownValue> known() {
        return Stream.concat(
                        Stream.of(new KnownValue(DETECTED, tr("detect the language"))),
                        USUAL.stream().map(code -> new KnownValue(code, name(code))))
                .toList();
    }

    /**
     * The language of a code, none for {@link #DETECTED}.
     *
     * @throws AssistantException SETTINGS when no language has that code
     */
    static Optional<String> of(String code) {
        if (code.equals(DETECTED)) {
            return Optional.empty();
        }
        if (name(code).isEmpty() || name(code).equalsIgnoreCase(code)) {
            throw new AssistantException(
                    FaultKind.SETTINGS, tr("Unknown language code %s. Use zh, en, … or auto.", code));
        }
        return Optional.of(code);
    }

    /** {@code prompt}, with the language to answer in. */
    static String told(String prompt, Optional<String> code) {
        return code.map(known -> (prompt + " Answer in " + name(known) + ".").strip())
                .orElse(prompt);
    }

    private static String name(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
    }
}
