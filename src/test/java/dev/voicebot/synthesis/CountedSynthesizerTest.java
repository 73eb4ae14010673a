package dev.voicebot.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.outcome.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CountedSynthesizerTest {
    private final List<Long> counted = new ArrayList<>();
    private OptionalLong billed = OptionalLong.empty();

    @Test
    void aReplyIsCountedOnceWhenItIsOver() {
        speak("hi", "你好");

        assertThat(counted).containsExactly(6L);
    }

    @Test
    void theServicesOwnCountWins() {
        billed = OptionalLong.of(42);

        speak("hi");

        assertThat(counted).containsExactly(42L);
    }

    @Test
    void aReplyWithoutTextCountsNothing() {
        speak();

        assertThat(counted).isEmpty();
    }

    private void speak(String... texts) {
        try (SpeechStream stream =
                new CountedSynthesizer(new Mute(), counted::add).open(Voice.DEFAULT, frame -> {}, new Cancellation())) {
            for (String text : texts) {
                stream.write(text);
            }
            stream.finish();
        }
    }

    private final class Mute implements SpeechSynthesizer {
        @Override
        public int sampleRate() {
            return 8000;
        }

        @Override
        public SpeechStream open(Voice voice, SpeechListener frames, Cancellation cancellation) {
            return new SpeechStream() {
                @Override
                public void write(String text) {}

                @Override
                public void finish() {}

                @Override
                public OptionalLong billedCharacters() {
                    return billed;
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public void close() {}
    }
}
