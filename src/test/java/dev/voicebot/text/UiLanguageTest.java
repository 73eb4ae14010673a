package dev.voicebot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UiLanguageTest {
    @ParameterizedTest
    @ValueSource(strings = {"zh", "zh_CN", "zh_CN.UTF-8", "zh_Hans_CN.UTF-8", "zh_TW", "zh-Hans", "zh_CN@pinyin"})
    void aChineseLocaleMeansChinese(String locale) {
        assertThat(UiLanguage.of(Map.of("LANG", locale))).isEqualTo(UiLanguage.ZH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "C", "POSIX", "C.UTF-8", "en_US.UTF-8", "de_DE.UTF-8", "zhx"})
    void anyOtherMeansEnglish(String locale) {
        assertThat(UiLanguage.of(Map.of("LANG", locale))).isEqualTo(UiLanguage.EN);
    }

    @Test
    void theFirstVariableThatIsSetDecides() {
        assertThat(UiLanguage.of(Map.of("LC_ALL", "C", "LANG", "zh_CN.UTF-8"))).isEqualTo(UiLanguage.EN);
        assertThat(UiLanguage.of(Map.of("LC_ALL", "", "LC_MESSAGES", "zh_CN", "LANG", "C")))
                .isEqualTo(UiLanguage.ZH);
    }

    @Test
    void theLauncherKeepsALocaleThatTheSystemLacks() {
        assertThat(UiLanguage.of(Map.of("VOICEBOT_LOCALE", "zh_CN", "LC_ALL", "C.UTF-8")))
                .isEqualTo(UiLanguage.ZH);
    }

    @Test
    void theSettingsVariableComesBeforeTheLocale() {
        assertThat(UiLanguage.of(Map.of("VOICEBOT_UI_LANGUAGE", "en", "LANG", "zh_CN")))
                .isEqualTo(UiLanguage.EN);
        assertThat(UiLanguage.of(Map.of("VOICEBOT_UI_LANGUAGE", "auto", "LANG", "zh_CN")))
                .isEqualTo(UiLanguage.ZH);
    }
}
