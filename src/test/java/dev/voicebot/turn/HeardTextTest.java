package dev.voicebot.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeardTextTest {
    private static final String TEXT = "one two three four five six seven eight";

    @Test
    void nothingHeardIsNoText() {
        assertThat(HeardText.of(TEXT, Duration.ZERO, Optional.empty())).isEmpty();
    }

    @Test
    void allHeardIsAllTheText() {
        Duration whole = Duration.ofSeconds(3);

        assertThat(HeardText.of(TEXT, whole.plusMillis(1), Optional.of(whole))).isEqualTo(TEXT);
    }

    @Test
    void halfHeardEndsBehindAWholeWordNearTheMiddle() {
        Duration whole = Duration.ofSeconds(4);

        assertThat(HeardText.of(TEXT, Duration.ofSeconds(2), Optional.of(whole)))
                .isEqualTo("one two three four");
    }

    @Test
    void chineseIsCutBetweenCharacters() {
        assertThat(HeardText.of("今天天气很好", Duration.ofSeconds(1), Optional.of(Duration.ofSeconds(2))))
                .isEqualTo("今天天");
    }
}
