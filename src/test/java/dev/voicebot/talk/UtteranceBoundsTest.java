package dev.voicebot.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.config.GivenSettings;
import dev.voicebot.turntaking.TurnEnd;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UtteranceBoundsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final UtteranceBounds bounds =
            new UtteranceBounds(GivenSettings.handsFree(Map.of("maxUtterance", Duration.ofSeconds(60))));

    /** Seconds of sound without a pause, until it ends. */
    private int endsAfter(int most) {
        for (int second = 1; second <= most; second++) {
            if (bounds.areReached(SECOND, Duration.ZERO)) {
                return second;
            }
        }
        return 0;
    }

    @Test
    void theLongestUtteranceEnds() {
        bounds.begin(true);

        assertThat(endsAfter(100)).isEqualTo(60);
    }

    @Test
    void soundWithoutWordsEndsSoonerWhereWordsAreReported() {
        bounds.begin(true);
        bounds.heard(TurnEnd.OPEN, Duration.ZERO);

        assertThat(endsAfter(100)).isEqualTo(8);
    }

    @Test
    void aKeysTalkDoesNot() {
        bounds.heard(TurnEnd.OPEN, Duration.ZERO);
        bounds.begin(false);

        assertThat(endsAfter(100)).isZero();
    }

    @Test
    void theWordsSayHowLongASilenceEndsIt() {
        bounds.begin(true);
        assertThat(bounds.silence()).hasMillis(800);

        bounds.heard(TurnEnd.UNFINISHED, PAUSE);
        assertThat(bounds.silence()).hasMillis(2000);

        bounds.heard(TurnEnd.FINISHED, PAUSE);
        assertThat(bounds.silence()).hasMillis(250);
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN, FINISHED, 250",
        "OPEN, UNFINISHED, 2000",
        "FINISHED, FINISHED, 250",
        "UNFINISHED, UNFINISHED, 2000",
        "FINISHED, UNFINISHED, 800",
        "UNFINISHED, FINISHED, 800"
    })
    void theSoundOfAPauseCountsAsMuchAsTheWords(TurnEnd words, TurnEnd sound, int milliseconds) {
        bounds.begin(true);
        bounds.heard(words, PAUSE);
        bounds.judged(sound);

        assertThat(bounds.silence()).hasMillis(milliseconds);

        bounds.areReached(SECOND, Duration.ZERO);
        bounds.areReached(SECOND, PAUSE);
        assertThat(bounds.silence()).as("in the next pause").hasMillis(words == TurnEnd.UNFINISHED ? 2000 : 800);
    }

    @Test
    void aFinishedSentenceCountsOnlyUntilSomebodyGoesOn() {
        bounds.begin(true);
        bounds.heard(TurnEnd.FINISHED, PAUSE);

        bounds.areReached(SECOND, Duration.ZERO);
        assertThat(bounds.silence()).hasMillis(800);

        bounds.heard(TurnEnd.FINISHED, Duration.ZERO); // of what was said a moment ago
        assertThat(bounds.silence()).hasMillis(800);
    }
}
