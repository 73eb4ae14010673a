package dev.voicebot.engine.sherpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.recognition.Word;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeardResultTest {
    @Test
    void partsOfWordsAreWordsAndMarksBelongToThem() {
        HeardResult result = HeardResult.of("""
                {"text": " unbeliev able, 你好。", "tokens": ["▁un", "believ", "able", ",", "你", "好", "。"],
                 "timestamps": [0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1.0]}""", 10, 12);

        assertThat(result.words())
                .containsExactly(
                        new Word("unbelievable", seconds(10.1), seconds(10.4), ","),
                        new Word("你", seconds(10.6), seconds(10.8), ""),
                        new Word("好", seconds(10.8), seconds(11), "。"));
    }

    @Test
    void aModelThatOnlyKnowsCapitalsIsReadable() {
        HeardResult result = HeardResult.of("{\"text\": \"HELLO WORLD\", \"tokens\": [], \"timestamps\": []}", 0, 1);

        assertThat(result.text()).isEqualTo("hello world");
        assertThat(result.sentence().orElseThrow().end()).isEqualTo(seconds(1));
    }

    @Test
    void nothingHeardIsNoSentence() {
        assertThat(HeardResult.of("{\"text\": \"\"}", 0, 1).sentence()).isEmpty();
    }

    private static Duration seconds(double seconds) {
        return HeardResult.seconds(seconds);
    }
}
