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
                "𠮷野家在哪？很近。 | 𠮷野家在哪？ | 0 | 很近。",
                "我爱𠮷𡈽𪚥。好。 | 我爱𠮷𡈽𪚥 | 0 | 。好。",
                "𠮷𠮷。𡈽。 | 𡈽。 | 5 | ''",
                "Well done 🎉👍🏽! Next. | Well done! | 0 | '🎉👍🏽! Next.'",
                "Well done🎉! Next. | 'Well done🎉!' | 0 | Next.",
                "🎉🎉 Hi 🙂. 𠮷. | Hi | 0 | '🙂. 𠮷.'",
                "𝐇𝐢 there. Bye. | '𝐇𝐢 there.' | 0 | Bye.",
                "𐐀𐐁. Bye. | 𐐨𐐩. | 0 | Bye.",
            })
    void aSentenceIsFoundByItsLetters(String text, String sentence, int from, String rest) {
        int end = SpokenText.endOf(sentence, text, from).orElseThrow();

        assertThat(text.substring(end)).isEqualTo(rest);
    }

    @ParameterizedTest
    @CsvSource({
        "𠮷野家, 2, 1, 3",
        "🙂𠮷🙂𡈽🙂, 0, 2, 8",
        "🎉 a𠮷b, 0, 2, 6",
        "a𠮷b𡈽c, 1, 3, 6",
    })
    void lettersOfTwoCharsCountOnce(String text, int from, long count, int end) {
        assertThat(SpokenText.after(count, text, from)).isEqualTo(end);
    }

    @Test
    void charactersOfTwoCharsAreBilledAsOne() {
        assertThat(SpokenText.billed(1, "🙂ab")).isEqualTo(2);
        assertThat(SpokenText.billed(2, "🙂ab")).isEqualTo(3);
        assertThat(SpokenText.billed(2, "𠮷ab")).isEqualTo(2);
        assertThat(SpokenText.billed(3, "𠮷🙂b")).isEqualTo(4);
        assertThat(SpokenText.sounding("𠮷🙂b𝟗")).isEqualTo(3);
    }

    @Test
    void aSentenceMayStandBehindManyCharactersOfTwoChars() {
        assertThat(SpokenText.endOf("End.", "🙂".repeat(30) + " End.", 0)).hasValue(65);
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
