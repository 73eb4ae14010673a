package dev.voicebot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordErrorsTest {
    @ParameterizedTest
    @CsvSource({
        "'Hello, world.', 'hello world', 0, 2",
        "'Stop it, please!', 'stop please', 1, 3",
        "one two three, one too three four, 2, 3",
        "今天天气很好。, 今天天汽好, 2, 6",
        "我用 Java 写代码, 我用java写代码, 0, 6",
        "３ cups, 3 cups, 0, 2",
        "'', hello, 1, 0",
    })
    void countsWordsExchangedLeftOutAndAdded(String said, String recognized, int errors, int words) {
        assertThat(WordErrors.between(said, recognized)).isEqualTo(new WordErrors(errors, words));
    }
}
