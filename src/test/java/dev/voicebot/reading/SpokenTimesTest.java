package dev.voicebot.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.recognition.Word;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpokenTimesTest {
    private static final int RATE = 1000; // a sample is a millisecond

    private final SpokenTimes times = new SpokenTimes();

    @Test
    void wordsLieBetweenWhatIsKnown() {
        times.add(0, 100);
        times.add(3, 400);
        times.add(4, 500);
        times.add(7, 900);
        times.add(8, 1000);

        assertThat(times.wordsOf("One two.", RATE)).containsExactly(word("One", 100, 400), word("two", 500, 900));
    }

    @Test
    void aPauseBetweenCharactersBelongsToNeither() {
        times.add(0, 0);
        times.add(1, 300);
        times.add(1, 500);
        times.add(2, 900);

        assertThat(times.wordsOf("你好", RATE)).containsExactly(word("你", 0, 300), word("好", 500, 900));
    }

    @Test
    void whereTheVoiceTellsOnlyTheEndThereIsOneWord() {
        times.add(8, 1000);

        assertThat(times.wordsOf("One two.", RATE)).containsExactly(word("One two.", 0, 1000));
    }

    @Test
    void whereItTellsNothingThereAreNone() {
        assertThat(times.wordsOf("One two.", RATE)).isEmpty();
    }

    private static Word word(String text, long begin, long end) {
        return new Word(text, Duration.ofMillis(begin), Duration.ofMillis(end), "");
    }
}
