package dev.voicebot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voicebot.JsonSchema;
import dev.voicebot.standin.Script;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** {@code doctor --loop} with the packaged program, the cloud's stand-in and a virtual sound card. */
class SoundLoopIT extends CloudTest {

    SoundLoopIT() {
        super(new Script().sentences("The thick brown fox jumps over the lazy dog."));
    }

    @Test
    void whatTheSpeakerSaysComesBackThroughTheMicrophoneAsWords() throws IOException, InterruptedException {
        cloud.card().loop();

        Voicebot.Finished finished = cloud.voicebot().run("doctor", "--loop");

        assertThat(finished.exit()).as(finished.err()).isZero();
        assertThat(finished.lines())
                .hasSize(7)
                .contains(
                        "said          The quick brown fox jumps over the lazy dog.",
                        "understood    The thick brown fox jumps over the lazy dog.",
                        "word errors   1 of 9 words (11 %)")
                .anyMatch(line -> line.matches("round trip    \\d+ ms \\(voice from a cold start \\d+ ms, "
                        + "speaker to microphone \\d+ ms, recognition \\d+ ms\\)"))
                .anyMatch(line -> line.matches("level         -\\d+ dB, peak -?\\d+ dB, noise -\\d+ dB"))
                .anyMatch(line -> line.matches("echo          likeness \\d\\.\\d\\d after \\d+ ms"));
        assertThat(cloud.standIn().recognition().sound()).isNotEmpty();
    }

    @Test
    void aMicrophoneThatHearsNothingIsToldWithItsExitCode() throws IOException, InterruptedException {
        script.sentences();

        Voicebot.Finished finished = cloud.voicebot().run("doctor", "--loop", "--json");

        JsonNode report = new ObjectMapper().readTree(finished.out());
        assertThat(finished.exit()).as(finished.err()).isEqualTo(7);
        assertThat(JsonSchema.named("doctor-loop").mistakes(finished.out())).isEmpty();
        assertThat(report.path("works").asBoolean(true)).isFalse();
        assertThat(report.path("verdict").asText()).contains("The microphone is completely silent");
        assertThat(report.path("level").path("peak_db").asInt()).isEqualTo(-96);
        assertThat(report.path("words").path("errors").asInt()).isEqualTo(9);
    }
}
