package dev.voicebot.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpacingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Hello.|How are you?|Hello. How are you?",
                "one|two|one two",
                "今天|天气很好。|今天天气很好。",
                "你好。|我是小云|你好。我是小云",
                "（一）|二|（一）二",
                "我用|iPhone|我用 iPhone",
                "iPhone|很好|iPhone 很好",
                "안녕|하세요|안녕 하세요",
                "これ|は|これは",
                "one |two|one two",
                "one| two|one two",
                "wait|, then|wait, then",
                "he said|: no|he said: no",
                "it costs|$5|it costs $5",
                "it is|-5 degrees|it is -5 degrees",
                "(|one|(one",
                "**bold|** text|**bold** text",
            })
    void piecesFollowEachOther(String left, String right, String joined) {
        assertThat(Spacing.join(left, right)).isEqualTo(joined);
    }

    @ParameterizedTest
    @CsvSource({"'', one, one", "one, '', one", "'', '', ''"})
    void nothingNeedsNoSpace(String left, String right, String joined) {
        assertThat(Spacing.join(left, right)).isEqualTo(joined);
    }
}
