package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voicebot.JsonSchema;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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
    void savedRepliesAndTheFilesBesideThem() throws IOException {
        shell.with("VOICEBOT_SYNTHESIS_ENGINE", "espeak").run("speak", "--no-play", "Hello there.");

        Shell.Finished listed = shell.run("replay", "--list", "--json");

        assertValid("recording", listed);
        String wav = new ObjectMapper().readTree(listed.out()).path("file").asText();
        assertThat(JsonSchema.named("saved-reply").mistakes(Files.readString(Path.of(wav.replaceAll("wav$", "json")))))
                .isEmpty();
    }

    @Test
    void settings() {
        assertValid("setting", shell.run("config", "show", "--json"));
    }

    /** Tests hold each to its command's real output: here, that no command lacks one. */
    @Test
    void everyOptionThatPrintsJsonNamesItsSchema() {
        List<String> named = new ArrayList<>();
        WordsTest.commands()
                .flatMap(command -> command.options().stream())
                .filter(option -> option.longestName().equals("--json")
                        || String.join("", option.description()).contains("json,"))
                .forEach(option -> named.add(String.join("", option.description())));

        assertThat(named)
                .hasSizeGreaterThan(10)
                .allSatisfy(help -> assertThat(schemas(help))
                        .as(help)
                        .isNotEmpty()
                        .allSatisfy(schema ->
                                assertThat(Path.of("docs", "schemas", schema)).isRegularFile()));
    }

    private static List<String> schemas(String help) {
        return Pattern.compile("docs/schemas/([\\w-]+\\.json)")
                .matcher(help)
                .results()
                .map(found -> found.group(1))
                .toList();
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

        assertThat(JsonSchema.named("session-summary")
                        .mistakes("{\"session\":\"a\",\"used\":\"2026-11-30 09:00\",\"turns\":1,\"first_words\":\"\"}"))
                .containsExactly("$.used is no date-time");
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
