package dev.voicebot.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    @Test
    void englishSentencesAreJoinedByASpace() {
        assertThat(transcript("", "Hello there.", "How are you?").text()).isEqualTo("Hello there. How are you?");
    }

    @Test
    void chineseSentencesAreJoinedWithoutOne() {
        assertThat(transcript("再见", "你好。", "今天天气很好。").text()).isEqualTo("你好。今天天气很好。再见");
    }

    @Test
    void whatIsStillBeingSpokenComesLast() {
        assertThat(transcript("how are", "Hello there.").text()).isEqualTo("Hello there. how are");
    }

    @Test
    void blanksAreNothing() {
        assertThat(transcript(" ", " ").isEmpty()).isTrue();
    }

    private static Transcript transcript(String unfinished, String... ended) {
        List<Sentence> sentences = List.of(ended).stream()
                .map(text -> new Sentence(text, Duration.ZERO, Duration.ofSeconds(1)))
                .toList();
        return new Transcript(sentences, unfinished);
    }
}
