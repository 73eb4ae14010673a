package dev.voicebot.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.audio.SoundDevice;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MicrophoneSearchTest {
    private final MicrophoneSearch search = new MicrophoneSearch(Duration.ofMillis(1));

    @Test
    void noMicrophoneIsSaidWithWhatToDo() {
        search.announce();
        search.run(List::of);

        assertThat(search.obstacle()).contains("No microphone found. Connect one, then see 'voicebot devices'.");
    }

    @Test
    void aMicrophoneIsNoObstacle() {
        search.announce();
        search.run(() -> List.of(new SoundDevice(0, "built-in", "", true, List.of(16_000))));

        assertThat(search.obstacle()).isEmpty();
    }

    @Test
    void whatIsNotKnownInTimeIsNoObstacle() {
        search.announce();

        assertThat(search.obstacle()).isEmpty();
    }

    @Test
    void withoutASearchNobodyWaits() {
        assertThat(new MicrophoneSearch(Duration.ofDays(1)).obstacle()).isEmpty();
    }

    @Test
    void aSearchThatFailsIsLeftToTheFirstTalk() {
        search.announce();
        search.run(() -> {
            throw new AssistantException(FaultKind.AUDIO_DEVICE, "The sound server does not answer.");
        });

        assertThat(search.obstacle()).isEmpty();
    }
}
