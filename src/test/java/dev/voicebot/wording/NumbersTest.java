package dev.voicebot.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bare numbers. */
class NumbersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\u0001', textBlock = """
            Has 1,234,567 of it ¦ Has 1234567 of it
            It is -5 now        ¦ It is minus 5 now
            About 10^6 or 10⁶   ¦ About 10 to the power of 6 or 10 to the power of 6
            About 10^-3 of it   ¦ About 10 to the power of minus 3 of it
            Eat 3/4 or 2/3      ¦ Eat three quarters or two thirds
            Rated 8/10 today    ¦ Rated 8 out of 10 today
            Split 50/50 now     ¦ Split 50 50 now
            Pages 3-5 or 9-3    ¦ Pages 3 to 5 or 9-3
            Some 10 - 20 people ¦ Some 10 to 20 people
            So 10 - 4 = 6       ¦ So 10 minus 4 equals 6
            Use v2 or v1.2      ¦ Use version 2 or version 1.2
            Section 1.2.3 here  ¦ Section 1 point 2 point 3 here
            Pi is 3.14159, ok   ¦ Pi is 3.14159, ok
            Open x-1.2.3.tar.gz ¦ Open x-1.2.3.tar.gz
            Over 100+ people    ¦ Over 100 plus people
            Use GPT-4o, H2O     ¦ Use GPT-4o, H2O
            """)
    void english(String written, String said) {
        assertThat(WordingTest.say(written)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\u0001', textBlock = """
            共有1,234,567个     ¦ 共有1234567个
            现在是-5吧           ¦ 现在是负5吧
            大约10^6或10⁶       ¦ 大约10的6次方或10的6次方
            大约10^-3吧         ¦ 大约10的负3次方吧
            吃3/4或2/3         ¦ 吃四分之三或三分之二
            打分8/10吧          ¦ 打分十分之八吧
            平分50/50吧         ¦ 平分50比50吧
            第3-5页            ¦ 第3到5页
            大约10 - 20人       ¦ 大约10到20人
            所以10 - 4 = 6     ¦ 所以10减4等于6
            使用v2或v1.2        ¦ 使用版本2或版本1.2
            章节1.2.3吧         ¦ 章节1点2点3吧
            派是3.14159吧       ¦ 派是3.14159吧
            打开x-1.2.3.tar.gz ¦ 打开x-1.2.3.tar.gz
            超过100+人          ¦ 超过100多人
            使用GPT-4o和H2O     ¦ 使用GPT-4o和H2O
            """)
    void chinese(String written, String said) {
        assertThat(WordingTest.say(written)).isEqualTo(said);
    }
}
