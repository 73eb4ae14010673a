package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voicebot.JsonSchema;
import dev.voicebot.doctor.Loopback;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code doctor --loop} with the stand-in for voice and recogniser, and a microphone in front of the speaker. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DoctorLoopTest {
    private static final String PHRASE = "The quick brown fox jumps over the lazy dog.";

    @TempDir
    private Path home;

    private final Script script = new Script().sentences(PHRASE);
    private StandIn standIn;
    private Shell shell;

    @BeforeEach
    void start() {
        standIn = StandIn.start(script);
        shell = new Shell(home).with(standIn.environment()).devices(loop(0.5, 30));
    }

    @AfterEach
    void end() {
        standIn.close();
    }

    @Test
    void aPhraseGoesOutAndComesBackAsWords() {
        Shell.Finished finished = shell.run("doctor", "--loop");

        assertThat(finished.exit()).as(finished.err()).isZero();
        assertThat(finished.out().replaceAll("\\d+ ms", "N ms")).isEqualTo("""
                        said          The quick brown fox jumps over the lazy dog.
                        understood    The quick brown fox jumps over the lazy dog.
                        round trip    N ms (voice from a cold start N ms, speaker to microphone N ms, recognition N ms)
                        level         -21 dB, peak -18 dB, noise -60 dB
                        clipping      none
                        echo          likeness 1.00 after N ms
                        word errors   0 of 9 words (0 %)
                        """);
        assertThat(finished.err()).endsWith("voicebot: All checks passed.\n");
    }

    @Test
    void jsonIsOneDocumentThatItsSchemaDescribes() throws IOException {
        script.sentences("The thick brown fox jumps over the lazy dog.");

        Shell.Finished finished = shell.run("doctor", "--loop", "--json");

        assertThat(finished.lines()).hasSize(1);
        assertThat(JsonSchema.named("doctor-loop").mistakes(finished.out())).isEmpty();
        JsonNode json = new ObjectMapper().readTree(finished.out());
        assertThat(json.path("works").asBoolean()).isTrue();
        assertThat(json.path("words").path("errors").asInt()).isEqualTo(1);
        assertThat(json.path("words").path("rate").asDouble()).isEqualTo(0.111);
        assertThat(json.path("echo").path("likeness").asDouble()).isGreaterThan(0.9);
    }

    @Test
    void aPhraseOfOnesOwnIsSpokenAndChineseIsCountedByCharacters() throws Exception {
        script.sentences("今天天汽很好");

        Shell.Finished finished = shell.run("doctor", "--loop", "--phrase", "今天天气很好");

        assertThat(String.join("", standIn.synthesis().texts())).isEqualTo("今天天气很好");
        assertThat(finished.out()).contains("word errors   1 of 6 characters (17 %)");
    }

    @Test
    void theUsualPhraseIsInTheLanguageThatIsSpoken() throws Exception {
        shell.run("doctor", "--loop", "--set", "recognition.language=zh");

        assertThat(String.join("", standIn.synthesis().texts())).startsWith("今天天气");
    }

    @Test
    void misunderstandingMostOfItFails() {
        script.sentences("something else altogether");

        Shell.Finished finished = shell.run("doctor", "--loop");

        assertThat(finished.exit()).isEqualTo(1);
        assertThat(finished.err()).contains("Too little was recognized");
    }

    @Test
    void aMutedMicrophoneHearsNothing() {
        Shell.Finished finished = shell.devices(loop(0, 0)).run("doctor", "--loop", "--json");

        assertThat(finished.exit()).isEqualTo(7);
        assertThat(finished.out()).contains("\"works\":false,\"exit\":7", "muted");
        assertThat(JsonSchema.named("doctor-loop").mistakes(finished.out())).isEmpty();
    }

    @Test
    void withoutAKeyTheSoundAloneIsCompared() {
        Shell.Finished finished = new Shell(home).devices(loop(0.5, 30)).run("doctor", "--loop", "--json");

        assertThat(finished.exit()).as(finished.err()).isZero();
        assertThat(JsonSchema.named("doctor-loop").mistakes(finished.out())).isEmpty();
        assertThat(finished.out()).contains("voice input needs a DashScope key").doesNotContain("\"words\"");
    }

    @Test
    void aWrongKeyIsTold() {
        Shell.Finished finished = shell.with("DASHSCOPE_API_KEY", "sk-wrong").run("doctor", "--loop");

        assertThat(finished.exit()).isEqualTo(4);
        assertThat(finished.out()).isEmpty();
    }

    @Test
    void withoutAMicrophoneThereIsNoLoop() {
        Shell.Finished finished = shell.devices(new FakeDevices()).run("doctor", "--loop");

        assertThat(finished.exit()).isEqualTo(6);
        assertThat(finished.err()).endsWith("voicebot: there is no microphone: plug one in\n");
    }

    @Test
    void optionsThatDoNotGoTogetherAreTold() {
        assertUsage("--phrase needs --loop.", "doctor", "--phrase", "hello");
        assertUsage("Remove --no-sound", "doctor", "--loop", "--no-sound");
        assertUsage("--phrase must not be empty.", "doctor", "--loop", "--phrase", " ");
    }

    private void assertUsage(String complaint, String... arguments) {
        Shell.Finished finished = shell.run(arguments);

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err()).contains(complaint);
    }

    private static FakeDevices loop(double gain, int noise) {
        Loopback loopback = new Loopback(Duration.ofMillis(50), gain, noise);
        return new FakeDevices().microphone(loopback.microphone()).speaker(loopback.speaker());
    }
}
