package dev.voicebot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordErrorsTest {
    @Test
    void caseAndPunctuationCountNothing() {
        assertThat(WordErrors.between("Hello, World!", "hello world")).isEqualTo(new WordErrors(0, 2, false));
        assertThat(WordErrors.between("I don't know.", "I don’t know")).isEqualTo(new WordErrors(0, 3, false));
    }

    @Test
    void exchangedMissingAndAdditionalWordsCountOneEach() {
        assertThat(WordErrors.between("one two three four", "one too three").errors())
                .isEqualTo(2);
        assertThat(WordErrors.between("one two", "one and two").errors()).isEqualTo(1);
        assertThat(WordErrors.between("one two", "").errors()).isEqualTo(2);
    }

    @Test
    void chineseIsCountedByCharacters() {
        assertThat(WordErrors.between("今天天气很好。", "今天天汽好")).isEqualTo(new WordErrors(2, 6, true));
    }

    @Test
    void bothMayStandInOneText() {
        assertThat(WordErrors.words("打开GitHub网页2次")).containsExactly("打", "开", "github", "网", "页", "2", "次");
    }

    @Test
    void theRateMayBeMoreThanOne() {
        assertThat(WordErrors.between("yes", "no no no").rate()).isEqualTo(3);
        assertThat(WordErrors.between("", "").rate()).isZero();
    }
}
