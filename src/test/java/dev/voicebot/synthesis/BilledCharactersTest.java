package dev.voicebot.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BilledCharactersTest {
    @Test
    void aChineseCharacterCountsTwiceAndAllElseOnce() {
        assertThat(BilledCharacters.of("")).isZero();
        assertThat(BilledCharacters.of("hi, you!")).isEqualTo(8);
        assertThat(BilledCharacters.of("你好，abc。")).isEqualTo(9);
    }

    @Test
    void aCharacterOutsideTheBasicPlaneIsOne() {
        assertThat(BilledCharacters.of("🙂𠮷")).isEqualTo(3);
    }
}
