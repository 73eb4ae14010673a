package dev.voicebot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.Requirements;
import dev.voicebot.standin.Script;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The echo canceler of a real PulseAudio. */
class EchoCancelIT extends CloudTest {
    private static final String SOURCE = "virtual_mic.echo-cancel";

    EchoCancelIT() {
        super(new Script());
    }

    @Test
    void handsFreeListensWithoutWhatTheSpeakerPlaysAndDoctorSaysSo() throws IOException, InterruptedException {
        Requirements.commands("tmux");
        cloud.card().cancelEcho();

        assertThat(cloud.voicebot().run("doctor").lines())
                .anyMatch(line -> line.contains(SOURCE + ": used when hands-free"));
        try (Tmux tmux = cloud.chat("--hands-free")) {
            tmux.waitFor("listening");

            assertThat(cloud.card().sourceInUse()).isEqualTo(SOURCE);

            tmux.press("C-d");
            tmux.waitFor("[exit 0]");
        }
    }

    @Test
    void aTalkByKeyHearsTheMicrophoneItself() throws IOException, InterruptedException {
        Requirements.commands("tmux");
        cloud.card().cancelEcho();

        try (Tmux tmux = cloud.chat()) {
            tmux.press("F2");

            assertThat(cloud.card().sourceInUse()).isEqualTo("virtual_mic");

            tmux.press("F2");
            tmux.waitFor("Didn't hear anything");
            tmux.press("C-d");
            tmux.waitFor("[exit 0]");
        }
    }
}
