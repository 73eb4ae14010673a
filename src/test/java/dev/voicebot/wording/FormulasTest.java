package dev.voicebot.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.wording.tokens.Marks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas in LaTeX, in both languages. */
class FormulasTest {
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\u0001', textBlock = """
            \\frac{1}{2}                       ¦ one half                                       ¦ 二分之一
            \\frac12                           ¦ one half                                       ¦ 二分之一
            \\frac{a+b}{c}                     ¦ a plus b over c                                ¦ c分之a加b
            \\frac{n!}{k!}                     ¦ n factorial over k factorial                   ¦ k的阶乘分之n的阶乘
            \\sqrt{2}                          ¦ the square root of 2                           ¦ 根号2
            \\sqrt[3]{x}                       ¦ the cube root of x                             ¦ 三次根号x
            \\sqrt[n]{x+1}                     ¦ the n-th root of x plus 1                      ¦ n次根号x加1
            \\binom{n}{k}                      ¦ n choose k                                     ¦ 从n中选k
            x^2 + y^3                          ¦ x squared plus y cubed                         ¦ x的平方加y的立方
            x^{-1}                             ¦ x to the power of minus 1                      ¦ x的负1次方
            x^{n+1}                            ¦ x to the power of n plus 1                     ¦ x的n加1次方
            e^{i\\pi} + 1 = 0                  ¦ e to the power of i pi plus 1 equals 0         ¦ e的i派次方加1等于0
            x_1                                ¦ x 1                                            ¦ x 1
            a_{ij}                             ¦ a i j                                          ¦ a i j
            f'(x)                              ¦ f prime (x)                                    ¦ f撇(x)
            5!                                 ¦ 5 factorial                                    ¦ 5的阶乘
            n \\neq 0                          ¦ n not equal to 0                               ¦ n不等于0
            \\sum_{i=1}^{n} i                  ¦ the sum from i equals 1 to n of i              ¦ 从i等于1到n求和，i
            \\int_0^1 x dx                     ¦ the integral from 0 to 1 of x d x              ¦ 从0到1积分，x d x
            \\lim_{x \\to 0} f(x)              ¦ the limit as x goes to 0 of f of x             ¦ 当x趋于0时的极限，f(x)
            \\prod_{k=1}^{n} k                 ¦ the product from k equals 1 to n of k          ¦ 从k等于1到n连乘，k
            \\log_2 8                          ¦ log base 2 of 8                                ¦ 以2为底的log 8
            \\sin x                            ¦ sine x                                         ¦ sin x
            \\vec{v}                           ¦ vector v                                       ¦ 向量v
            \\text{speed} = 5                  ¦ speed equals 5                                 ¦ speed等于5
            \\mathbf{F} = ma                   ¦ F equals m a                                   ¦ F等于m a
            \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix} ¦ a 2 by 2 matrix: a, b; c, d                    ¦ 2行2列的矩阵：a，b；c，d
            \\begin{cases} 1 & x > 0 \\\\ 0 & x \\le 0 \\end{cases} ¦ 2 cases: 1, x greater than 0; 0, x less than or equal to 0 ¦ 分2种情况：1，x大于0；0，x小于等于0
            \\left( a + b \\right)             ¦ (a plus b)                                     ¦ (a加b)
            90^\\circ                          ¦ 90 degrees                                     ¦ 90度
            a \\times b \\div c                ¦ a times b divided by c                         ¦ a乘以b除以c
            a \\le b \\ge c                    ¦ a less than or equal to b greater than or equal to c ¦ a小于等于b大于等于c
            A \\cup B \\cap C                  ¦ A union B intersection C                       ¦ A并B交C
            x \\in \\mathbb{R}                 ¦ x in R                                         ¦ x属于R
            \\alpha + \\beta = \\gamma         ¦ alpha plus beta equals gamma                   ¦ 阿尔法加贝塔等于伽马
            \\infty                            ¦ infinity                                       ¦ 无穷大
            \\pm 2                             ¦ plus or minus 2                                ¦ 正负2
            a \\approx b                       ¦ a about b                                      ¦ a约等于b
            p \\implies q                      ¦ p implies q                                    ¦ p推出q
            \\forall x \\exists y              ¦ for all x there exists y                       ¦ 对任意x存在y
            |x|                                ¦ the absolute value of x                        ¦ x的绝对值
            \\nabla f                          ¦ del f                                          ¦ 梯度f
            \\partial x                        ¦ partial x                                      ¦ 偏x
            x² + y₁                            ¦ x squared plus y 1                             ¦ x的平方加y 1
            2x + 3 = 7                         ¦ 2 x plus 3 equals 7                            ¦ 2 x加3等于7
            a \\cdot b                         ¦ a times b                                      ¦ a乘以b
            x^{\\prime}                        ¦ x prime                                        ¦ x撇
            x^{1/2}                            ¦ x to the power of one half                     ¦ x的二分之一次方
            10^{-3}                            ¦ 10 to the power of minus 3                     ¦ 10的负3次方
            x^4 + y^n                          ¦ x to the power of 4 plus y to the power of n   ¦ x的4次方加y的n次方
            (a+b)^2                            ¦ (a plus b) squared                             ¦ (a加b)的平方
            x^{-2}                             ¦ x to the power of minus 2                      ¦ x的负2次方
            -x                                 ¦ minus x                                        ¦ 负x
            a - b                              ¦ a minus b                                      ¦ a减b
            a/b                                ¦ a over b                                       ¦ a除以b
            a > b                              ¦ a greater than b                               ¦ a大于b
            a < b                              ¦ a less than b                                  ¦ a小于b
            a \\equiv b                        ¦ a is equivalent to b                           ¦ a恒等于b
            a \\to b                           ¦ a to b                                         ¦ a趋于b
            \\frac{dy}{dx}                     ¦ d y over d x                                   ¦ d x分之d y
            \\frac{3}{4}                       ¦ three quarters                                 ¦ 四分之三
            \\frac{1}{3}                       ¦ one third                                      ¦ 三分之一
            \\frac{5}{12}                      ¦ five twelfths                                  ¦ 十二分之五
            \\sqrt{x^2+y^2}                    ¦ the square root of x squared plus y squared    ¦ 根号x的平方加y的平方
            \\sin^2 x                          ¦ sine squared x                                 ¦ sin的平方x
            \\ln x                             ¦ ln x                                           ¦ ln x
            \\log_{10} x                       ¦ log base 10 of x                               ¦ 以10为底的log x
            \\sum_i a_i                        ¦ the sum over i of a i                          ¦ 对i求和，a i
            \\int f(x)\\,dx                    ¦ the integral of f of x d x                     ¦ 积分f(x)d x
            \\begin{bmatrix} 1 \\\\ 2 \\end{bmatrix} ¦ a 2 by 1 matrix: 1; 2                          ¦ 2行1列的矩阵：1；2
            \\begin{aligned} a &= b \\\\ c &= d \\end{aligned} ¦ a equals b, c equals d                         ¦ a等于b,c等于d
            3 \\ldots 5                        ¦ 3 and so on 5                                  ¦ 3等等5
            \\{1, 2\\}                         ¦ 1, 2                                           ¦ 1,2
            x \\notin A                        ¦ x not in A                                     ¦ x不属于A
            A \\subset B                       ¦ A is a subset of B                             ¦ A包含于B
            \\emptyset                         ¦ the empty set                                  ¦ 空集
            \\angle ABC                        ¦ angle A B C                                    ¦ 角A B C
            a \\perp b                         ¦ a is perpendicular to b                        ¦ a垂直于b
            a \\parallel b                     ¦ a is parallel to b                             ¦ a平行于b
            2^{10}                             ¦ 2 to the power of 10                           ¦ 2的10次方
            x**2                               ¦ x squared                                      ¦ x的平方
            x!                                 ¦ x factorial                                    ¦ x的阶乘
            x^{2n}                             ¦ x to the power of 2 n                          ¦ x的2 n次方
            H_2O                               ¦ H 2 O                                          ¦ H 2 O
            \\operatorname{rank} A             ¦ rank A                                         ¦ rank A
            \\mathrm{d}x                       ¦ d x                                            ¦ d x
            \\lim_{n \\to \\infty} a_n         ¦ the limit as n goes to infinity of a n         ¦ 当n趋于无穷大时的极限，a n
            \\prod\\limits_{i=1}^n a_i         ¦ the product from i equals 1 to n of a i        ¦ 从i等于1到n连乘，a i
            1.5 \\times 10^{-3}                ¦ 1.5 times 10 to the power of minus 3           ¦ 1.5乘以10的负3次方
            """)
    void aFormulaIsReadInTheLanguageOfItsSentence(String written, String english, String chinese) {
        String formula = Marks.FORMULA + written + Marks.END;

        assertThat(WordingTest.say("It is " + formula + " now")).isEqualTo("It is " + english + " now");
        assertThat(WordingTest.say("它是" + formula + "吧")).isEqualTo("它是" + chinese + "吧");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\u0001', textBlock = """
            \\hat{x}      ¦ x hat
            \\bar{x}      ¦ x bar
            \\overline{AB} ¦ A B bar
            \\dot{x}      ¦ x dot
            \\tilde{x}    ¦ x tilde
            50\\%         ¦ 50 percent
            \\max_i x_i   ¦ max over i of x i
            x^{\\circ}    ¦ x degrees
            """)
    void accentsAndLimitsInEnglish(String written, String said) {
        assertThat(WordingTest.say("It is " + Marks.FORMULA + written + Marks.END + " now"))
                .isEqualTo("It is " + said + " now");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\u0001', textBlock = """
            \\frac{1
            \\sqrt[3
            x^
            x_{
            {{a
            \\begin{pmatrix} a &
            \\text{a
            \\
            }
            """)
    void aFormulaThatIsCutOffIsReadAsFarAsItGoes(String written) {
        assertThat(WordingTest.say("It is " + Marks.FORMULA + written + Marks.END + " now"))
                .startsWith("It is ")
                .endsWith(" now")
                .doesNotContain("{", "}", "\\", "^", "_");
    }
}
