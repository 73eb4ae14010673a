package dev.voicebot.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.speakable.SpeakablePiece;
import dev.voicebot.speakable.SpeakableText;
import dev.voicebot.speakable.SpeechManner;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left of realistic replies when they are spoken. */
class SpokenRepliesTest {
    private static final Pattern NOISE =
            Pattern.compile("[*_`#^~{}<>|\\\\$\\[\\]]|https?:|www\\.|&\\w+;|[\\x{2500}-\\x{259F}]");

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "**bold *nested* bold** end ¦ bold nested bold end",
                "*ita*lic and **b**old ¦ italic and bold",
                "这是**重点**。 ¦ 这是重点。",
                "**“引号”**后 ¦ “引号”后",
                "他说**“你好”**，走了。 ¦ 他说“你好”，走了。",
                "***很重要***的*事* ¦ 很重要的事",
                "line one<br>line two ¦ line one\\nline two",
                "第一行<br/>第二行 ¦ 第一行\\n第二行",
                "<b>bold</b> and <span class=\"x\">span</span> ¦ bold and span",
                "<strong>重点</strong>内容 ¦ 重点内容",
                "a<!-- hidden -->b ¦ ab",
                "use <name> here ¦ use name here",
                "a < b and 3 <4 ¦ a less than b and 3 less than 4",
                "Tom &amp; Jerry &lt;3 &nbsp;ok &#39;x&#39; &hellip; ¦ Tom and Jerry less than 3  ok 'x' …",
                "汤姆&amp;杰瑞&mdash;好 ¦ 汤姆和杰瑞—好",
                "AT&T and R&D; P&L ¦ AT and T and R and D; P and L",
                "True.[^1] Yes ¦ True. Yes",
                "[^1]: The source. ¦ The source.",
                "对的[^2]。 ¦ 对的。",
                "Then \\(x^2\\) is ¦ Then x squared is",
                "于是 \\(x^2\\) 是 ¦ 于是 x的平方 是",
                "so $x^2 + y^2 = z^2$ holds ¦ so x squared plus y squared equals z squared holds",
                "所以$E = mc^2$成立 ¦ 所以E等于m c的平方成立",
                "half $\\frac{1}{2}$ or $\\frac{a}{b}$ ¦ half one half or a over b",
                "一半$\\frac{1}{2}$或$\\frac{a}{b}$ ¦ 一半二分之一或b分之a",
                "$$\\na = b\\n$$\\ndone ¦ a equals b\\ndone",
                "\\[\\nx \\le 5\\n\\]\\nok ¦ x less than or equal to 5\\nok",
                "It costs $5 and $6 now ¦ It costs 5 dollars and 6 dollars now",
                "花了$5和$6 ¦ 花了5美元和6美元",
                "from $5-$10 each ¦ from 5 dollars to 10 dollars each",
                "set $HOME first ¦ set HOME first",
                "$\\sqrt{2}$ is ¦ the square root of 2 is",
                "Name | Age\\n--- | ---\\nBob | 5 ¦ Name, Age\\nBob, 5",
                "+----+\\n| a  |\\n+----+ ¦ a",
                "| 名称 | 值 |\\n|:--|--:|\\n| 甲 | 5% | ¦ 名称，值\\n甲，百分之五",
                "> [!NOTE]\\n> Take care. ¦ Take care.",
                "Text [b][a].\\n[a]: http://x.org/y?z=1\\nMore. ¦ Text b.\\nMore.",
                "A source【1†source】 and ==the point== ¦ A source and the point",
                "解方程 $3x = 12$；再看 $2x + 3y = 7$ ¦ 解方程 3 x等于12；再看 2 x加3 y等于7",
                "- [ ] open\\n- [x] done ¦ open\\ndone",
                "1. one\\n2. two ¦ 1. one\\n2. two",
                "1. 第一\\n2. 第二 ¦ 1. 第一\\n2. 第二",
                "mail a_b@example.com ¦ mail a b at example.com",
                "请写信到a@b.com。 ¦ 请写信到a at b.com。",
                "see <https://x.org>. ¦ see link.",
                "见[官网](https://x.org)。 ¦ 见官网。",
                "`__init__` and `snake_case` ¦ init and snake case",
                "用`snake_case`吧 ¦ 用snake case吧",
                "H<sub>2</sub>O, x<sup>2</sup> ¦ H2O, x squared",
            })
    void markupIsHeardAsItsMeaning(String written, String said) {
        assertThat(joined(pieces(List.of(written.replace("\\n", "\n").replace("\\\n", "\\n"))))
                        .strip())
                .isEqualTo(said.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void nothingIsSpokenThatIsNoWord(String reply) {
        assertThat(joined(pieces(List.of(reply)))).doesNotContainPattern(NOISE).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("replies")
    void tokensMakeNoDifference(String reply) {
        List<SpeakablePiece> whole = pieces(List.of(reply));

        for (int seed = 0; seed < 50; seed++) {
            assertThat(pieces(tokens(reply, new Random(seed))))
                    .as("seed %d", seed)
                    .isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("replies")
    void aReplyCutAnywhereIsStillSpokenAndCoveredWhole(String reply) {
        for (int end = 1; end <= reply.length(); end++) {
            assertThat(pieces(List.of(reply.substring(0, end))))
                    .as("first %d", end)
                    .extracting(SpeakablePiece::sourceEnd)
                    .isSorted()
                    .endsWith(end);
        }
    }

    @ParameterizedTest
    @MethodSource("replies")
    void aGarbledReplyIsSpokenTheSameWhateverItsTokens(String reply) {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            String garbled = garbled(reply, random);

            List<SpeakablePiece> pieces = pieces(List.of(garbled));

            assertThat(pieces(tokens(garbled, random))).as("seed %d", seed).isEqualTo(pieces);
            assertThat(pieces).extracting(SpeakablePiece::sourceEnd).isSorted().endsWith(garbled.length());
        }
    }

    @Test
    void theFirstClauseLeavesBeforeTheSentenceIsWhole() {
        assertThat(firstPiece("It takes about 3.5GB of **memory**, which is"))
                .isEqualTo("It takes about 3.5 gigabytes of memory,");
        assertThat(firstPiece("大约需要**3.5GB**内存，这")).isEqualTo("大约需要3.5吉字节内存，");
    }

    private static String firstPiece(String written) {
        SpeakableText text = new SpeakableText(SpeechManner.USUAL);
        return written.chars()
                .mapToObj(c -> text.add(Character.toString(c)))
                .flatMap(List::stream)
                .findFirst()
                .map(SpeakablePiece::text)
                .orElse("");
    }

    private static List<String> tokens(String text, Random random) {
        List<String> tokens = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int end = Math.min(text.length(), at + 1 + random.nextInt(8));
            tokens.add(text.substring(at, end));
            at = end;
        }
        return tokens;
    }

    private static String garbled(String text, Random random) {
        StringBuilder garbled = new StringBuilder(text);
        String marks = "*_`#~[](){}<>|\\$&!.,:;-+=^\n \"'1a中，。%\u001b";
        for (int i = 0; i < 60; i++) {
            int at = random.nextInt(garbled.length());
            if (random.nextBoolean()) {
                garbled.deleteCharAt(at);
            } else {
                garbled.insert(at, marks.charAt(random.nextInt(marks.length())));
            }
        }
        return garbled.toString();
    }

    static List<String> replies() {
        return List.of("""
                ## How to install it

                You need **Java 17** or newer (see [the guide](https://example.com/a_(b)?x=1)):

                1. Download `voicebot-1.2.3.tar.gz` (about 3.5GB).
                2. Run `./install.sh --prefix=/usr/local`:

                ```bash
                tar xf voicebot-1.2.3.tar.gz
                cd voicebot && ./install.sh
                ```

                > **Note:** it takes ~5 min and costs $0; `snake_case` names like __init__ are fine. \uD83D\uDE80

                That's it, e.g. on x86_64 & ARM. Questions? Mail help@example.com or see https://example.com/help#top.
                """, """
                Sure! Here's a comparison:

                | Plan | Price | Storage | Uptime |
                |:-----|------:|:-------:|--------|
                | Free | $0 | 5 GB | 99.5% |
                | Pro  | $12.50/month | 1,000 GB | 99.99% |

                - [x] *Pro* is **2x** faster — tested on 2026-11-25 at 10:30.
                - [ ] Temperatures: -3°C to 25°C
                * Use a <br> for line breaks, &amp; avoid <b>HTML</b>.

                ---
                The formula is \\(E = mc^2\\), or $x^2 + y^2 \\le z^2$.[^1]

                [^1]: A footnote, see <https://example.org>.
                """, """
                The range is 5–10 km (3.1–6.2 mi). Half, i.e. 1/2, of 1,234,567 people → 617,283. Call +1 (555) 123-4567...

                ```python
                def f(x):
                    return x ** 2
                """, """
                ## 安装步骤

                你需要**Java 17**或更高版本（见[指南](https://example.com/中文)）：

                1. 下载`voicebot-1.2.3.tar.gz`（约3.5GB）。
                2. 运行`./install.sh`：

                ```bash
                ./install.sh
                ```

                > **注意：**大约需要~5分钟，费用为¥0；`snake_case`没问题。\uD83D\uDE80

                就这样！有问题请写信到help@example.com，或访问https://example.com/help。
                """, """
                好的，下面是对比：

                | 套餐 | 价格 | 存储 | 可用率 |
                |:-----|------:|:-------:|--------|
                | 免费 | ¥0 | 5 GB | 99.5% |
                | 专业 | ¥99.00/月 | 1,000 GB | 99.99% |

                - [x] *专业版*快**2x**——测试于2026-11-25 10:30。
                - [ ] 温度：-3°C到25°C
                * 用<br>换行，&amp;不要用<b>HTML</b>。

                ***
                公式是\\(E = mc^2\\)，或者$x^2 + y^2 \\le z^2$。[^1]

                [^1]: 脚注，见<https://example.org>。
                """, """
                范围是5–10公里（3.1–6.2 mi）。一半，即1/2，共1,234,567人→617,283人。请打电话13800138000……
                **“重点”**是：*不要*使用`rm -rf`！┌──┐│提示│└──┘

                ~~~python
                def f(x):
                    return x ** 2
                """);
    }

    private static String joined(List<SpeakablePiece> pieces) {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }

    private static List<SpeakablePiece> pieces(List<String> tokens) {
        SpeakableText text = new SpeakableText(SpeechManner.USUAL);
        List<SpeakablePiece> pieces = new ArrayList<>();
        tokens.forEach(token -> pieces.addAll(text.add(token)));
        pieces.addAll(text.finish());
        return pieces;
    }
}
