package dev.voicebot.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Telephone numbers and the like. */
class DigitStringsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\u0001', textBlock = """
            Call 13800138000.      ¦ Call 1 3 8, 0 0 1 3, 8 0 0 0.
            Call 010-12345678      ¦ Call 0 1 0, 1 2 3 4 5 6 7 8
            Call +1 (555) 123-4567 ¦ Call plus 1, 5 5 5, 1 2 3, 4 5 6 7
            Agent 007 here         ¦ Agent 0 0 7 here
            Has 1000000 of it      ¦ Has 1000000 of it
            """)
    void english(String written, String said) {
        assertThat(WordingTest.say(written)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\u0001', textBlock = """
            拨打13800138000。      ¦ 拨打幺三八，零零幺三，八零零零。
            拨打010-12345678      ¦ 拨打零幺零，幺二三四五六七八
            拨打+86 138 0013 8000 ¦ 拨打加八六，幺三八，零零幺三，八零零零
            特工007来了             ¦ 特工零零七来了
            共有1000000个          ¦ 共有1000000个
            """)
    void chinese(String written, String said) {
        assertThat(WordingTest.say(written)).isEqualTo(said);
    }
}
