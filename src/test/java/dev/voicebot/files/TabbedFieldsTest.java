package dev.voicebot.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TabbedFieldsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "a\tb\nc\rd", "\\", "\\t is no tab", "ends with \\", "你好\t\\\\n"})
    void anyTextIsOneFieldAndComesBack(String text) {
        String field = TabbedFields.escaped(text);

        assertThat(field).doesNotContain("\t", "\n", "\r");
        assertThat(TabbedFields.plain(field)).isEqualTo(text);
    }
}
