package dev.voicebot.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PronunciationsTest {
    private static final Map<String, String> WORDS = Map.of(
            "kubectl", "cube control",
            "sql", "sequel",
            "sql server", "sequel server",
            "IT", "I T",
            "C++", "C plus plus",
            "um", "",
            "行家", "航家",
            "重庆", "虫庆");

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            Run kubectl, Kubectl or KUBECTL.  ¦ Run cube control, cube control or cube control.
            kubectls mykubectl kubectl_x      ¦ kubectls mykubectl kubectl_x
            SQL Server and SQL                ¦ sequel server and sequel
            sql serverless                    ¦ sequel serverless
            It is IT.                         ¦ It is I T.
            C++ or C++17                      ¦ C plus plus or C plus plus17
            Well um, yes                      ¦ Well , yes
            """)
    void english(String written, String said) {
        assertThat(say(written)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            他是行家。           ¦ 他是航家。
            行不行               ¦ 行不行
            重庆的行家           ¦ 虫庆的航家
            用kubectl吧          ¦ 用cube control吧
            重                   ¦ 重
            学IT和C++            ¦ 学I T和C plus plus
            行行家               ¦ 行航家
            """)
    void chinese(String written, String said) {
        assertThat(say(written)).isEqualTo(said);
    }

    private static String say(String written) {
        Pronunciations pronunciations = new Pronunciations(WORDS);
        StringBuilder out = new StringBuilder();
        written.chars().forEach(c -> pronunciations.take((char) c, out));
        pronunciations.finish(out);
        return new Wording(Numerals.AS_WRITTEN).say(out.toString()).text();
    }
}
