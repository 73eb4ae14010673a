package dev.voicebot.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenLanguageTest {
    @ParameterizedTest
    @CsvSource({
        "How are you today?, ENGLISH",
        "今天天气怎么样？, CHINESE",
        "VPN 怎么用, CHINESE",
        "The word 好 means good, ENGLISH",
        "今日はいい天気ですね, JAPANESE",
        "안녕하세요, KOREAN",
        "Привет как дела, RUSSIAN",
        "مرحبا, ARABIC",
        "Das ist nicht der Weg, GERMAN",
        "C'est pour vous et pas pour elle, FRENCH",
        "OK, ENGLISH",
    })
    void aTextHasOneLanguage(String text, WrittenLanguage language) {
        assertThat(WrittenLanguage.of(text)).contains(language);
    }

    @Test
    void aTextWithoutLettersHasNone() {
        assertThat(WrittenLanguage.of("1 + 2 = 3")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"zh, true", "zh-TW, true", "yue, true", "zha, false", "en, false", "ja, false", "auto, false"})
    void codesOfChinese(String code, boolean isChinese) {
        assertThat(WrittenLanguage.isChineseCode(code)).isEqualTo(isChinese);
    }
}
