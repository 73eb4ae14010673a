package dev.voicebot.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signs and abbreviations. */
class SignsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\u0001', textBlock = """
            So A → B, a->b       ¦ So A to B, a to b
            So x ≥ 5, y ≤ 6      ¦ So x greater than or equal to 5, y less than or equal to 6
            Salt&pepper & co     ¦ Salt and pepper and co
            Item #5, C# or F#    ¦ Item number 5, C sharp or F sharp
            So x = 5 or a=b      ¦ So x equals 5 or a equals b
            So x² or x^2 or x^n  ¦ So x squared or x squared or x to the power of n
            Fruit, i.e. apples   ¦ Fruit, that is apples
            Cats vs. dogs        ¦ Cats versus dogs
            Run ./a/b.sh now     ¦ Run a slash b.sh now
            Use ~100 or ~/x      ¦ Use about 100 or home slash x
            Or 6 × 7 and 8 ÷ 2   ¦ Or 6 times 7 and 8 divided by 2
            Or 5 ± 1 of it       ¦ Or 5 plus or minus 1 of it
            Or *this* and `that` ¦ Or this and that
            """)
    void english(String written, String said) {
        assertThat(WordingTest.say(written)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\u0001', textBlock = """
            所以甲 → 乙，a->b  ¦ 所以甲 到 乙，a到b
            所以x ≥ 5，y ≤ 6 ¦ 所以x大于等于5，y小于等于6
            盐&胡椒 & 糖      ¦ 盐和胡椒 和 糖
            第#5个，C#或F#    ¦ 第5号个，C sharp或F sharp
            所以x = 5或a=b   ¦ 所以x等于5或a等于b
            所以x²或x^2或x^n  ¦ 所以x的平方或x的平方或x的n次方
            水果，i.e.苹果     ¦ 水果，也就是苹果
            猫 vs. 狗       ¦ 猫 对 狗
            运行./a/b.sh吧   ¦ 运行a斜杠b.sh吧
            用~100或~/x吧    ¦ 用大约100或主目录斜杠x吧
            或6 × 7和8 ÷ 2  ¦ 或6乘以7和8除以2
            或5 ± 1个       ¦ 或5正负1个
            或*这*和`那`      ¦ 或这和那
            """)
    void chinese(String written, String said) {
        assertThat(WordingTest.say(written)).isEqualTo(said);
    }
}
