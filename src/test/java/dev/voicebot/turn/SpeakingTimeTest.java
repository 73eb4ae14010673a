package dev.voicebot.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakingTimeTest {
    @ParameterizedTest
    @CsvSource({"茶, a", "1, a", "a, ' '", "',', a", "., ' '", "。, ，", "？, 、"})
    void someCharactersTakeLongerThanOthers(String longer, String shorter) {
        assertThat(SpeakingTime.of(longer)).isGreaterThan(SpeakingTime.of(shorter));
    }

    @Test
    void aTextTakesAsLongAsItsParts() {
        SpeakingTime time = new SpeakingTime();
        String text = "Tea, 3 cups. 茶！".repeat(50);

        time.add(text.substring(0, 100));
        time.add(text.substring(100));

        assertThat(time.characters()).isEqualTo(text.length());
        assertThat(time.upTo(0)).isZero();
        assertThat(time.upTo(255)).isEqualTo(SpeakingTime.of(text.substring(0, 255)), within(1e-6));
        assertThat(time.upTo(text.length() + 9)).isEqualTo(SpeakingTime.of(text), within(1e-6));
    }

    @Test
    void withinItsTimeACharacterIsSaid() {
        SpeakingTime time = new SpeakingTime();
        time.add("一2b. ");

        for (int count = 0; count <= 5; count++) {
            assertThat(time.within(time.upTo(count))).isEqualTo(count);
        }
        assertThat(time.within(time.upTo(3) - 0.001)).isEqualTo(2);
        assertThat(time.within(99)).isEqualTo(5);
        assertThat(new SpeakingTime().within(99)).isZero();
    }
}
