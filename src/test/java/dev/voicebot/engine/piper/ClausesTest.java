package dev.voicebot.engine.piper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClausesTest {
    @Test
    void aLongSentenceIsCutAtItsCommas() {
        assertThat(Clauses.of("When the sun had set behind the dark hills, we lit a fire, and slept."))
                .containsExactly("When the sun had set behind the dark hills, ", "we lit a fire, and slept.");
    }

    @Test
    void aShortOneStaysWhole() {
        assertThat(Clauses.of("Yes, please, thank you.")).containsExactly("Yes, please, thank you.");
    }

    @Test
    void oneWithoutMarksIsCutAtASpace() {
        String endless = "word ".repeat(100);

        assertThat(Clauses.of(endless)).hasSizeGreaterThan(1).allMatch(clause -> clause.length() <= 210);
        assertThat(String.join("", Clauses.of(endless))).isEqualTo(endless);
    }
}
