package dev.voicebot.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts of money. */
class MoneyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\u0001', textBlock = """
            Pay $1 now       ¦ Pay 1 dollar now
            Pay $0.99 now    ¦ Pay 99 cents now
            Pay $12.05 now   ¦ Pay 12 dollars 5 cents now
            Pay $1,299.00.   ¦ Pay 1299 dollars.
            Pay €5 or 5€     ¦ Pay 5 euros or 5 euros
            Pay £5-10 ok     ¦ Pay 5 to 10 pounds ok
            Worth $1.5M now  ¦ Worth 1.5 million dollars now
            Worth $2bn today ¦ Worth 2 billion dollars today
            Pay US$5 now     ¦ Pay 5 US dollars now
            Pay ¥100 now     ¦ Pay 100 yuan now
            Pay $20/hour now ¦ Pay 20 dollars per hour now
            """)
    void english(String written, String said) {
        assertThat(WordingTest.say(written)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\u0001', textBlock = """
            付$1吧        ¦ 付1美元吧
            付$0.99吧     ¦ 付0.99美元吧
            付$12.50吧    ¦ 付12.5美元吧
            付$1,299.00。 ¦ 付1299美元。
            付€5或5€      ¦ 付5欧元或5欧元
            付£5-10吧     ¦ 付5到10英镑吧
            价值$1.5M吧    ¦ 价值150万美元吧
            价值¥2亿吧      ¦ 价值2亿元吧
            付US$5吧      ¦ 付5美元吧
            付￥100吧      ¦ 付100元吧
            付$20/小时吧    ¦ 付20美元每小时吧
            """)
    void chinese(String written, String said) {
        assertThat(WordingTest.say(written)).isEqualTo(said);
    }
}
