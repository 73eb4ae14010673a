package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.JsonSchema;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the commands print as JSON is what docs/schemas says. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JsonSchemaTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    private Path home;

    private StandIn standIn;
    private Shell shell;
    private String talk;
    private String other;

    @BeforeEach
    void start() {
        standIn = StandIn.start(new Script().sentences("Hello, world.", "你好。"));
        shell = new Shell(home).with(standIn.environment());
        talk = TestSound.wav(home.resolve("talk.wav"), SECOND, SECOND).toString();
        other = TestSound.wav(home.resolve("other.wav"), SECOND).toString();
    }

    @AfterEach
    void end() {
        standIn.close();
    }

    @Test
    void listenAsJson() {
        assertValid("listen", shell.run("listen", "--format", "json", talk));
        assertValid("listen", shell.run("listen", "--format", "json", "--translate-to", "en", talk, other));
    }

    @Test
    void listenAsJsonLines() {
        assertValid("listen-line", shell.run("listen", "--partials", "--translate-to", "en", talk, other));
    }

    @Test
    void voices() {
        assertValid("voice", shell.run("speak", "--list-voices", "--json"));
    }

    @Test
    void turnsOfAChat() {
        shell.with("VOICEBOT_CHAT_ENGINE", "dashscope");

        assertValid("chat-turn", shell.run("chat", "--json", "hi"));
        assertValid("chat-turn", shell.run("chat", "--json", "--no-speak", "hi"));
    }

    @Test
    void aTurnThatFailed() {
        shell.with("VOICEBOT_CHAT_ENGINE", "dashscope").with("VOICEBOT_CHAT_API_KEY", "sk-wrong");

        Shell.Finished finished = shell.run("chat", "--json", "hi");

        assertThat(finished.exit()).isNotZero();
        assertValid("chat-turn", finished);
        assertThat(finished.out()).contains("\"end\":\"failed\"", "\"fault\":");
    }

    @Test
    void aSchemaFindsMistakes() {
        JsonSchema turn = JsonSchema.named("chat-turn");
        JsonSchema line = JsonSchema.named("listen-line");

        assertThat(turn.mistakes("{\"text\":1,\"new\":2}")).contains("$.text is no string", "$.new is not known");
        assertThat(line.mistakes("{\"type\":\"other\",\"text\":\"x\"}")).isNotEmpty();
    }

    private static void assertValid(String schema, Shell.Finished finished) {
        List<String> lines = finished.lines();
        assertThat(lines).isNotEmpty();
        assertThat(lines)
                .allSatisfy(line -> assertThat(JsonSchema.named(schema).mistakes(line))
                        .as(line)
                        .isEmpty());
    }
}
