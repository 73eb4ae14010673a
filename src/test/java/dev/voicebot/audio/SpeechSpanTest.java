package dev.voicebot.audio;

import static dev.voicebot.audio.SpeechDetector.Change.BEGAN;
import static dev.voicebot.audio.SpeechDetector.Change.ENDED;
import static dev.voicebot.audio.SpeechDetector.Change.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpeechSpanTest {
    private final SpeechSpan span = new SpeechSpan(Duration.ofMillis(20), Duration.ofMillis(60));

    @Test
    void itBeginsWithAStrongWindowAndEndsAfterTheSilence() {
        assertThat(span.next(false, true)).isEqualTo(NONE);
        assertThat(span.quiet()).isEqualTo(Duration.ofMillis(20));
        assertThat(span.next(true, true)).isEqualTo(BEGAN);
        assertThat(span.isSpeaking()).isTrue();
        assertThat(span.quiet()).isZero();

        assertThat(span.next(false, false)).isEqualTo(NONE);
        assertThat(span.next(false, false)).isEqualTo(NONE);
        assertThat(span.next(false, false)).isEqualTo(ENDED);

        assertThat(span.isSpeaking()).isFalse();
        assertThat(span.quiet()).isEqualTo(Duration.ofMillis(60));
        assertThat(span.next(false, false)).isEqualTo(NONE);
    }

    @Test
    void aWeakWindowKeepsItGoing() {
        span.next(true, true);
        span.next(false, false);
        span.next(false, false);

        assertThat(span.next(false, true)).isEqualTo(NONE);
        assertThat(span.quiet()).isZero();
        assertThat(span.isSpeaking()).isTrue();
    }

    @Test
    void itCanBeToldToEndSooner() {
        span.next(true, true);

        span.endAfter(Duration.ofMillis(20));

        assertThat(span.next(false, false)).isEqualTo(ENDED);
    }
}
