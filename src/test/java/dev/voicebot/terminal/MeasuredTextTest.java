package dev.voicebot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasuredTextTest {
    @Test
    void lengthsFollowWhatBecameOfEachCharacter() {
        MeasuredText text = new MeasuredText();

        String safe = text.clean("ab\033[3") + text.clean("1mc\td，") + text.clean("efg");

        assertThat(safe).isEqualTo("abc    d，efg");
        assertThat(text.lengthOf(2)).isEqualTo(2);
        assertThat(text.lengthOf("ab\033[31m".length())).isEqualTo(2);
        assertThat(text.lengthOf("ab\033[31mc".length())).isEqualTo(3);
        assertThat(text.lengthOf("ab\033[31mc\t".length())).isEqualTo(7);
        assertThat(text.lengthOf("ab\033[31mc\td，e".length())).isEqualTo(10);
        assertThat(text.lengthOf(1000)).isEqualTo(safe.length());
    }
}
