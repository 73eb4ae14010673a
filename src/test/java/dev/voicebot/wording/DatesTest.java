package dev.voicebot.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates and times of day. */
class DatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\u0001', textBlock = """
            Due 2026-11-25, ok      ¦ Due November twenty-fifth, twenty twenty-six, ok
            Due 2026/1/5.           ¦ Due January fifth, twenty twenty-six.
            Due 11/25/2026          ¦ Due November twenty-fifth, twenty twenty-six
            Due 25/11/2026          ¦ Due November twenty-fifth, twenty twenty-six
            In 2026-11 it           ¦ In November twenty twenty-six it
            At 2026-11-25T08:05:00Z ¦ At November twenty-fifth, twenty twenty-six at 8 hours 5 minutes and 0 seconds UTC
            From 10:30-11:00 today  ¦ From 10:30 to 11 o'clock today
            At 10:30:15 sharp       ¦ At 10 hours 30 minutes and 15 seconds sharp
            At 3 PM or 3:00 PM      ¦ At 3 PM or 3 PM
            A 4:3 ratio             ¦ A 4 to 3 ratio
            From 2020-2024 on       ¦ From twenty twenty to twenty twenty-four on
            In 2026 it              ¦ In twenty twenty-six it
            Version 2026-13-45      ¦ Version 2026-13-45
            """)
    void english(String written, String said) {
        assertThat(WordingTest.say(written)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\u0001', textBlock = """
            截止2026-11-25，好        ¦ 截止二零二六年11月25日，好
            截止2026/1/5。           ¦ 截止二零二六年1月5日。
            截止11/25/2026          ¦ 截止二零二六年11月25日
            截止25/11/2026          ¦ 截止二零二六年11月25日
            在2026-11那时            ¦ 在二零二六年11月那时
            在2026-11-25T08:05:00Z ¦ 在二零二六年11月25日8点零5分0秒 UTC
            从10:30-11:00上课        ¦ 从10点30分到11点整上课
            正好10:30:15到           ¦ 正好10点30分15秒到
            下午3:00见               ¦ 下午3点整见
            比例4:3的                ¦ 比例4比3的
            从2020-2024年           ¦ 从二零二零到二零二四年
            在2026年11月25日          ¦ 在二零二六年11月25日
            版本2026-13-45          ¦ 版本2026-13-45
            """)
    void chinese(String written, String said) {
        assertThat(WordingTest.say(written)).isEqualTo(said);
    }
}
