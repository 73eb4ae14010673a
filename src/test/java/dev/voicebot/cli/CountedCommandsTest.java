package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What commands outside of a conversation use appears in {@code voicebot usage}. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CountedCommandsTest {
    @TempDir
    private Path home;

    private StandIn standIn;
    private Shell shell;

    @BeforeEach
    void start() {
        standIn = StandIn.start(new Script().sentences("front center"));
        shell = new Shell(home).with(standIn.environment()).with("VOICEBOT_DASHSCOPE_CONNECT_TIMEOUT", "30s");
    }

    @AfterEach
    void end() {
        standIn.close();
    }

    @Test
    void charactersThatSpeakHasSpokenAreCounted() throws IOException {
        assertThat(shell.run("speak", "-o", home.resolve("a.wav").toString(), "--no-play", "Hello. 你好。")
                        .exit())
                .isZero();

        JsonNode day = today();
        assertThat(day.path("characters").asLong()).isEqualTo("Hello. ".length() + 2 * "你好".length() + 1);
        assertThat(day.path("cost").asDouble()).isPositive();
    }

    @Test
    void soundThatListenHasHeardIsCounted() throws IOException {
        Path talk = TestSound.wav(home.resolve("talk.wav"), Duration.ofSeconds(2));
        assertThat(shell.run("listen", talk.toString()).exit()).isZero();

        JsonNode day = today();
        assertThat(day.path("audio_seconds").asDouble()).isEqualTo(3);
        assertThat(day.path("cost").asDouble()).isPositive();
    }

    @Test
    void tokensOfARecognizerAreCountedAtItsOwnPrice() throws IOException {
        Path talk = TestSound.wav(home.resolve("talk.wav"), Duration.ofSeconds(2));
        shell.run("models");
        Shell.Finished finished =
                shell.run("listen", "--set", "recognition.model=qwen-audio-3.1-asr-flash-streaming", talk.toString());

        assertThat(finished.exit()).as(finished.err()).isZero();
        JsonNode day = today();
        assertThat(day.path("prompt_tokens").asLong()).isPositive();
        assertThat(day.path("completion_tokens").asLong()).isEqualTo(8);
        assertThat(day.path("cost").asDouble()).isPositive();
        assertThat(day.path("unpriced")).isEmpty();
    }

    @Test
    void tokensOfTranslationsAreCounted() throws IOException {
        Path talk = TestSound.wav(home.resolve("talk.wav"), Duration.ofSeconds(2));
        Shell.Finished finished = shell.run(
                "listen",
                "--set",
                "chat.engine=auto",
                "--set",
                "recognition.model=fun-asr-realtime",
                "--translate-to",
                "de",
                talk.toString());

        assertThat(finished.exit()).as(finished.err()).isZero();
        JsonNode day = today();
        assertThat(day.path("prompt_tokens").asLong()).isPositive();
        assertThat(day.path("completion_tokens").asLong()).isPositive();
        assertThat(day.path("turns").asInt()).isZero();
    }

    @Test
    void whatWasRefusedCostsNothing() throws IOException {
        Path talk = TestSound.wav(home.resolve("talk.wav"), Duration.ofSeconds(2));

        shell.run("listen", "--set", "recognition.model=no-such-ears", talk.toString());
        shell.run(
                "speak",
                "--set",
                "synthesis.model=no-such-voice",
                "-o",
                home.resolve("a.wav").toString(),
                "Hello.");
        shell.input("Hi\n".getBytes(StandardCharsets.UTF_8))
                .run("chat", "--set", "synthesis.model=no-such-voice", "--no-save");

        assertThat(today().path("unpriced")).isEmpty();
        assertThat(today().path("audio_seconds").asDouble()).isZero();
        assertThat(today().path("characters").asLong()).isZero();
    }

    private JsonNode today() throws IOException {
        return new ObjectMapper()
                .readTree(shell.run("usage", "--json").out())
                .path("days")
                .path(0);
    }
}
