package dev.voicebot.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases of two public text-normalization suites where they are at hand, else a small table of our own. */
class ReadingSuiteTest {
    private static final Path SHARED = Path.of(System.getProperty("readings", "../shared/readings"));
    private static final Path OWN = Path.of("src/test/resources/readings");

    @ParameterizedTest
    @CsvSource({"zh, DIGITS, 92", "zh, WORDS, 92", "en, DIGITS, 85", "en, WORDS, 85"})
    void mostCasesAreReadAsOthersExpect(String language, Numerals numerals, int least) {
        Path folder = Files.isDirectory(SHARED) ? SHARED : OWN;
        ReadingSuite suite = ReadingSuite.in(folder.resolve(language + ".tsv"), language.equals("zh"));
        List<String> wrong = new ArrayList<>();

        Map<String, int[]> counts =
                suite.count(written -> new Wording(numerals).say(written).text(), wrong);

        int right = counts.values().stream().mapToInt(count -> count[0]).sum();
        int all = counts.values().stream().mapToInt(count -> count[1]).sum();
        assertThat(100.0 * right / all).as("%s", wrong).isGreaterThanOrEqualTo(least);
    }
}
