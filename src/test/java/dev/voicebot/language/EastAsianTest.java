package dev.voicebot.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EastAsianTest {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @Test
    void aChineseCharacterIsWhatItIsInAPattern() {
        IntStream letters = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.isDefined(c) && Character.getType(c) != Character.SURROGATE);

        assertThat(letters.filter(c ->
                        EastAsian.isHan(c) != HAN.matcher(Character.toString(c)).matches()))
                .isEmpty();
    }

    @Test
    void theFirstHalfOfARareCharacterCountsForIt() {
        assertThat("𠮷野".chars().filter(EastAsian::isHan)).hasSize(2);
        assertThat("😀".chars().filter(EastAsian::isHan)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "好, true, true",
        "々, true, true",
        "か, true, true",
        "한, true, false",
        "。, true, true",
        "Ａ, true, true",
        "𠮷, true, true",
        "a, false, false",
        "é, false, false",
        "5, false, false",
        "…, false, false",
        "😀, false, false",
    })
    void wideAndSpaceless(String character, boolean isWide, boolean isSpaceless) {
        int c = character.codePointAt(0);

        assertThat(EastAsian.isWide(c)).isEqualTo(isWide);
        assertThat(EastAsian.isSpaceless(c)).isEqualTo(isSpaceless);
    }
}
