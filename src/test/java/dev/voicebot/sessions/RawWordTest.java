package dev.voicebot.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawWordTest {
    @ParameterizedTest
    @CsvSource({
        "tea, I like TEA., true",
        "tea, tea, true",
        "tea, at ea tae te, false",
        "tea, tte tteaa, true",
        "茶道, 喝茶道, true",
        "茶道, 茶-道, false",
        "über, ÜBER alles, true",
        "ς, ΟΔΟΣ, true",
    })
    void aWordIsFoundInEitherCase(String word, String text, boolean found) {
        assertThat(isIn(word, text)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "a\"bcd, only bcd here, true",
        "a\"bcd, only bc here, false",
        "abc/d, only abc here, true",
        "abc/d, only d here, false",
        "ab\\cd, ab, true",
        "ab\\cd, cd, false",
    })
    void ofAWordThatJsonWritesOtherwiseTheLongestPlainPartIsLookedFor(String word, String text, boolean found) {
        assertThat(isIn(word, text)).isEqualTo(found);
    }

    @Test
    void aWordWithoutAnyPlainLetterMayBeAnywhere() {
        assertThat(isIn("\"", "nothing")).isTrue();
    }

    @Test
    void onlyThePartInQuestionIsLookedAt() {
        byte[] text = "tea or coffee".getBytes(StandardCharsets.UTF_8);

        assertThat(RawWord.of("tea").isIn(text, 0, 3)).isTrue();
        assertThat(RawWord.of("tea").isIn(text, 0, 2)).isFalse();
        assertThat(RawWord.of("tea").isIn(text, 1, text.length)).isFalse();
        assertThat(RawWord.of("coffee").isIn(text, 4, text.length)).isTrue();
    }

    @Test
    void lettersOfAnotherLengthInBytesAreNamed() {
        assertThat(RawWord.of("km").otherwise())
                .containsExactly("\u212A".getBytes(StandardCharsets.UTF_8)); // the sign for kelvin is a k in lower case
        assertThat(RawWord.of("tea").otherwise()).isEmpty();
    }

    private static boolean isIn(String word, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return RawWord.of(word).isIn(bytes, 0, bytes.length);
    }
}
