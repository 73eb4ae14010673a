package dev.voicebot.engine.espeak;

import static dev.voicebot.engine.espeak.VoiceRun.ENGLISH;
import static dev.voicebot.engine.espeak.VoiceRun.MANDARIN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceRunTest {
    @Test
    void aSentenceInOneLanguageIsOneRun() {
        assertThat(VoiceRun.of("Hello, it is 3.14.", MANDARIN))
                .containsExactly(new VoiceRun(ENGLISH, "Hello, it is 3.14."));
        assertThat(VoiceRun.of("你好，3.14。", ENGLISH)).containsExactly(new VoiceRun(MANDARIN, "你好，3.14。"));
    }

    @Test
    void mandarinReadsTheEnglishWordsInItsOwnSentences() {
        assertThat(VoiceRun.of("我喜欢用 Java 写 GPU 程序。", ENGLISH))
                .containsExactly(new VoiceRun(MANDARIN, "我喜欢用 Java 写 GPU 程序。"));
    }

    @Test
    void anEnglishSentenceLeavesItsChineseWordsToMandarin() {
        assertThat(VoiceRun.of("The word 你好， and (再见) mean hello and 2 byes.", ENGLISH))
                .containsExactly(
                        new VoiceRun(ENGLISH, "The word "),
                        new VoiceRun(MANDARIN, "你好， "),
                        new VoiceRun(ENGLISH, "and ("),
                        new VoiceRun(MANDARIN, "再见) "),
                        new VoiceRun(ENGLISH, "mean hello and 2 byes."));
    }

    @Test
    void aNumberGoesOnInTheLanguageBefore() {
        assertThat(VoiceRun.of("12:30", MANDARIN)).containsExactly(new VoiceRun(MANDARIN, "12:30"));
        assertThat(VoiceRun.of("12:30", ENGLISH)).containsExactly(new VoiceRun(ENGLISH, "12:30"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            de    ¦ Das Wetter ist heute sehr schön.
            de    ¦ Guten Morgen, danke!
            de    ¦ Das kostet 5 Euro und 20 Cent.
            fr-fr ¦ Le train part à 8 heures et il est en retard.
            fr-fr ¦ Bonjour, merci beaucoup.
            es    ¦ El tren sale a las 8 y no hay otro.
            es    ¦ ¿Cuánto cuesta?
            it    ¦ Il treno per Roma parte da questo binario.
            pt-br ¦ O trem não sai da estação.
            ja    ¦ きょうはてんきがいいですね。
            ko    ¦ 오늘 날씨가 좋습니다.
            ru    ¦ Сегодня хорошая погода.
            ar    ¦ الطقس جميل اليوم.
            cmn   ¦ 今天天气很好。
            en-us ¦ The café in the old town is nice.
            en-us ¦ Run mvn verify.
            """)
    void theVoiceIsTheOneOfTheLanguage(String voice, String text) {
        assertThat(VoiceRun.of(text, ENGLISH)).containsExactly(new VoiceRun(voice, text));
    }

    @Test
    void aSentenceWithoutWordsOfItsOwnGoesOnInTheLanguageBefore() {
        assertThat(VoiceRun.of("Max Mustermann, Berlin.", "de"))
                .containsExactly(new VoiceRun("de", "Max Mustermann, Berlin."));
        assertThat(VoiceRun.of("This is it.", "de")).containsExactly(new VoiceRun(ENGLISH, "This is it."));
        assertThat(VoiceRun.of("12:30", "ru")).containsExactly(new VoiceRun("ru", "12:30"));
    }

    @Test
    void theJapaneseVoiceLeavesKanjiToMandarin() {
        assertThat(VoiceRun.of("今日は天気がいい。", ENGLISH))
                .containsExactly(
                        new VoiceRun(MANDARIN, "今日"),
                        new VoiceRun("ja", "は"),
                        new VoiceRun(MANDARIN, "天気"),
                        new VoiceRun("ja", "がいい。"));
    }

    @Test
    void aGermanSentenceLeavesItsChineseWordsToMandarin() {
        assertThat(VoiceRun.of("Das Wort 你好 ist nicht schwer und auch nicht lang.", ENGLISH))
                .extracting(VoiceRun::language)
                .containsExactly("de", MANDARIN, "de");
    }
}
