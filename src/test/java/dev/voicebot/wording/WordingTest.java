package dev.voicebot.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.wording.tokens.Marks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '¦', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            It has 3.5GB of memory.          ¦ It has 3.5 gigabytes of memory.
            On 2026-11-25 we met             ¦ On November twenty-fifth, twenty twenty-six we met
            at 2026-11-25 10:30.             ¦ at November twenty-fifth, twenty twenty-six at 10:30.
            It is 10:30 now                  ¦ It is 10:30 now
            From 9:00 on                     ¦ From 9 o'clock on
            at 9:05 am.                      ¦ at 9 oh 5 AM.
            costs $12.50 now                 ¦ costs 12 dollars 50 cents now
            ¥99 only                         ¦ 99 yuan only
            run 5–10 km daily                ¦ run 5 to 10 kilometers daily
            1,234,567 people                 ¦ 1234567 people
            about 50% of it                  ¦ about 50 percent of it
            It is -3°C outside               ¦ It is minus 3 degrees Celsius outside
            Use v1.2.3 please                ¦ Use version 1 point 2 point 3 please
            eat 1/2 of it                    ¦ eat one half of it
            and 10^6 of them                 ¦ and 10 to the power of 6 of them
            x ≥ 5                            ¦ x greater than or equal to 5
            A → B                            ¦ A to B
            A→B                              ¦ A to B
            salt & pepper                    ¦ salt and pepper
            item #5 here                     ¦ item number 5 here
            fruit, e.g. apples               ¦ fruit, for example apples
            120 km/h fast                    ¦ 120 kilometers per hour fast
            is 3x faster                     ¦ is 3 times faster
            has ~100 people                  ¦ has about 100 people
            snake_case and __init__          ¦ snake case and init
            R&D                              ¦ R and D
            C++ and C#                       ¦ C plus plus and C sharp
            2 + 3 = 5                        ¦ 2 plus 3 equals 5
            call 555-1234 now                ¦ call 5 5 5, 1 2 3 4 now
            +1 (555) 123-4567                ¦ plus 1, 5 5 5, 1 2 3, 4 5 6 7
            $3.5 million                     ¦ 3.5 million dollars
            $5/month                         ¦ 5 dollars per month
            the 1990s and 80s                ¦ the nineteen nineties and eighties
            at 9:05 a.m. or so               ¦ at 9 oh 5 AM or so
            a 16:9 screen                    ¦ a 16 to 9 screen
            1920x1080                        ¦ 1920 by 1080
            2 1/2 cups                       ¦ 2 and a half cups
            mail a.b@example.com now         ¦ mail a.b at example.com now
            and/or                           ¦ and or
            It works 24/7.                   ¦ It works 24 7.
            It is mon, march 5.              ¦ It is Monday, March fifth.
            10 / 2                           ¦ 10 over 2
            on 3/4/05                        ¦ on March fourth, oh five
            192.168.1.1                      ¦ 192 dot 168 dot 1 dot 1
            """)
    void english(String written, String said) {
        assertThat(say(written)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            它有3.5GB内存。          ¦ 它有3.5吉字节内存。
            我们在2026-11-25见面      ¦ 我们在二零二六年11月25日见面
            时间2026-11-25 10:30。   ¦ 时间二零二六年11月25日10点30分。
            现在是10:30              ¦ 现在是10点30分
            从9:00开始               ¦ 从9点整开始
            早上9:05吧               ¦ 早上9点零5分吧
            价格是$12.50             ¦ 价格是12.5美元
            只要¥99                  ¦ 只要99元
            跑5–10 km                ¦ 跑5到10公里
            有1,234,567人            ¦ 有1234567人
            大约50%的人              ¦ 大约百分之五十的人
            50%的人                  ¦ 百分之五十的人
            外面是-3°C               ¦ 外面是零下3摄氏度
            用v1.2.3版               ¦ 用版本1点2点3版
            吃1/2个                  ¦ 吃二分之一个
            有10^6个                 ¦ 有10的6次方个
            要求x ≥ 5                ¦ 要求x大于等于5
            从A → B                  ¦ 从A 到 B
            盐 & 胡椒                ¦ 盐 和 胡椒
            看#5吧                   ¦ 看5号吧
            水果，e.g.苹果           ¦ 水果，例如苹果
            时速120 km/h             ¦ 时速每小时120公里
            快3x                     ¦ 快3倍
            有~100人                 ¦ 有大约100人
            每天50-60%               ¦ 每天百分之五十到百分之六十
            120公里/小时             ¦ 120公里每小时
            男/女都行                ¦ 男或女都行
            预算¥5万                 ¦ 预算5万元
            计算2 + 3 = 5            ¦ 计算2加3等于5
            电话13800138000。        ¦ 电话幺三八，零零幺三，八零零零。
            客服400-800-1234         ¦ 客服四零零，八零零，幺二三四
            $3.5 million的项目       ¦ 350万美元的项目
            会员$5/月                ¦ 会员5美元每月
            学习C++和C#              ¦ 学习C加加和C sharp
            比例16:9                 ¦ 比例16比9
            分辨率1920x1080          ¦ 分辨率1920乘1080
            大约25℃                  ¦ 大约25摄氏度
            面积100m²                ¦ 面积100平方米
            共100+个                 ¦ 共100多个
            下降12.5%                ¦ 下降百分之十二点五
            """)
    void chinese(String written, String said) {
        assertThat(say(written)).isEqualTo(said);
    }

    @Test
    void codeInAChineseSentenceMayGoOnInTheNextOne() {
        assertThat(say("不要用" + Marks.CODE + "rm -rf")).startsWith("不要用").contains("rf");
    }

    /** How a voice that reads numbers itself receives a sentence. */
    static String say(String written) {
        return new Wording(Numerals.DIGITS).say(written).text();
    }
}
