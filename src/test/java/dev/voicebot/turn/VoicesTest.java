package dev.voicebot.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.audio.SilentOutput;
import dev.voicebot.synthesis.Voice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VoicesTest {
    private final SpeechOutput cloud = output("cloud");
    private final SpeechOutput espeak = output("espeak-ng");
    private final List<String> told = new ArrayList<>();
    private long nanos;
    private final Voices voices = new Voices(Optional.of(cloud), () -> nanos);

    @Test
    void aVoiceThatFailsTwiceHasARestAndIsTriedAgain() {
        voices.spoke(cloud, true, told::add);
        assertThat(voices.now()).contains(cloud);

        voices.spoke(cloud, true, told::add);
        assertThat(voices.now()).isEmpty();

        nanos += Duration.ofMinutes(2).toNanos();
        assertThat(voices.now()).contains(cloud);
        assertThat(told).containsExactly("The voice keeps failing: replies are text only until it is back.");
    }

    @Test
    void oneThatFailsNowAndThenGoesOnSpeaking() {
        for (int i = 0; i < 10; i++) {
            voices.spoke(cloud, true, told::add);
            voices.spoke(cloud, false, told::add);
        }

        assertThat(voices.now()).contains(cloud);
        assertThat(told).isEmpty();
    }

    @Test
    void anotherOneStandsInAfterTheFirstFailureAndThatIsToldOnce() {
        voices.standIn(() -> espeak);

        voices.spoke(cloud, true, told::add);
        assertThat(voices.now()).contains(espeak);
        voices.spoke(espeak, false, told::add);
        assertThat(voices.now()).contains(espeak);
        nanos += Duration.ofMinutes(2).toNanos();
        assertThat(voices.now()).contains(cloud);
        voices.spoke(cloud, true, told::add);

        assertThat(voices.now()).contains(espeak);
        assertThat(told).containsExactly("The voice failed: espeak-ng speaks until it is back.");
    }

    @Test
    void anotherChoiceIsTriedAtOnce() {
        voices.spoke(cloud, true, told::add);
        voices.spoke(cloud, true, told::add);

        voices.change(output -> output.withVoice(new Voice("other", 1, 1, 50)));

        assertThat(voices.now()).isPresent();
    }

    private static SpeechOutput output(String engine) {
        return new SpeechOutput(new ToneVoice(), engine, Voice.DEFAULT, new SilentOutput(), Optional.empty());
    }
}
