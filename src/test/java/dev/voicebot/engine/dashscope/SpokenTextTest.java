package dev.voicebot.engine.dashscope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "One. Two. Three. | One. | 0 | 'Two. Three.'",
                "One. Two. Three. | ' Two.' | 5 | Three.",
                "'One. \n\n Two.' | One. | 0 | Two.",
                "他说“好”。然后走了。 | 他说好 | 0 | ”。然后走了。",
                "床前明月光，疑是地上霜。 | 床前明月光， | 0 | 疑是地上霜。",
                "It's 3.5 GB - fine. | 'It''s 3.5GB, fine.' | 0 | ''",
                "Hello \"World\". | Hello | 0 | '\"World\".'",
            })
    void aSentenceIsFoundByItsLetters(String text, String sentence, int from, String rest) {
        int end = SpokenText.endOf(sentence, text, from).orElseThrow();

        assertThat(text.substring(end)).isEqualTo(rest);
    }

    @Test
    void aSentenceInAnotherSpellingIsNotFound() {
        assertThat(SpokenText.endOf("three point five", "3.5 or so", 0)).isEmpty();
    }

    @Test
    void aSentenceThatIsFarAwayIsAnother() {
        assertThat(SpokenText.endOf("End.", "x".repeat(100) + " End.", 0)).isEmpty();
    }

    @Test
    void whatWasBilledIsFoundInTheText() {
        assertThat(SpokenText.billed(5, "你好ab")).isEqualTo(3);
        assertThat(SpokenText.billed(100, "你好ab")).isEqualTo(4);
    }

    @Test
    void marksAloneAreSilent() {
        assertThat(SpokenText.isSilent(" …。\n")).isTrue();
        assertThat(SpokenText.isSilent("。a")).isFalse();
    }
}
