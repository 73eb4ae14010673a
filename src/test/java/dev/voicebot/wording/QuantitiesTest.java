package dev.voicebot.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers with units. */
class QuantitiesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\u0001', textBlock = """
            It is 1 km or 2km  ¦ It is 1 kilometer or 2 kilometers
            It is 5–10 km.     ¦ It is 5 to 10 kilometers.
            It is 5km-10km.    ¦ It is 5 to 10 kilometers.
            It is 25°C today   ¦ It is 25 degrees Celsius today
            It is 98.6°F now   ¦ It is 98.6 degrees Fahrenheit now
            Turn 90° left      ¦ Turn 90 degrees left
            Needs 16 GB RAM    ¦ Needs 16 gigabytes RAM
            At 100 MB/s.       ¦ At 100 megabytes per second.
            At 9.8 m/s down    ¦ At 9.8 meters per second down
            Up 3.5%, or -2%    ¦ Up 3.5 percent, or minus 2 percent
            Some 50%-60% of it ¦ Some 50 to 60 percent of it
            Has 100 m² of it   ¦ Has 100 square meters of it
            Took 250ms or 3s   ¦ Took 250 milliseconds or 3 seconds
            In the 90s, 1990s  ¦ In the nineties, nineteen nineties
            A 5-year-old boy   ¦ A 5-year-old boy
            """)
    void english(String written, String said) {
        assertThat(WordingTest.say(written)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\u0001', textBlock = """
            它是1 km或2km  ¦ 它是1公里或2公里
            它有5–10 km。  ¦ 它有5到10公里。
            它有5km-10km。 ¦ 它有5到10公里。
            今天25°C吧     ¦ 今天25摄氏度吧
            现在98.6°F吧   ¦ 现在98.6华氏度吧
            左转90°吧      ¦ 左转90度吧
            需要16 GB内存   ¦ 需要16吉字节内存
            达到100 MB/s。 ¦ 达到每秒100兆字节。
            下落9.8 m/s吧  ¦ 下落每秒9.8米吧
            涨3.5%，或-2%  ¦ 涨百分之三点五，或负百分之二
            大约50%-60%吧  ¦ 大约百分之五十到百分之六十吧
            面积100 m²吧   ¦ 面积100平方米吧
            用了250ms或3s  ¦ 用了250毫秒或3秒
            气温-5~3℃吧    ¦ 气温零下5到零上3摄氏度吧
            占５％吧        ¦ 占百分之五吧
            """)
    void chinese(String written, String said) {
        assertThat(WordingTest.say(written)).isEqualTo(said);
    }
}
