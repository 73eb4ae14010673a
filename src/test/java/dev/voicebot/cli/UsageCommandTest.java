package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voicebot.JsonSchema;
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

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UsageCommandTest {
    @TempDir
    private Path home;

    private StandIn standIn;
    private Shell shell;

    @BeforeEach
    void start() {
        standIn = StandIn.start(new Script().sentences("Hello."));
        shell = new Shell(home).with(standIn.environment()).with("VOICEBOT_CHAT_ENGINE", "dashscope");
    }

    @AfterEach
    void end() {
        standIn.close();
    }

    @Test
    void aChatAndATranscriptAreCounted() throws IOException {
        shell.run("chat", "--no-speak", "hi");
        Path talk = TestSound.wav(home.resolve("talk.wav"), Duration.ofSeconds(1));
        shell.run("listen", talk.toString());

        Shell.Finished finished = shell.run("usage", "--json");

        assertThat(finished.exit()).as(finished.err()).isZero();
        assertThat(JsonSchema.named("usage").mistakes(finished.out())).isEmpty();
        JsonNode json = new ObjectMapper().readTree(finished.out());
        assertThat(json.path("currency").asText()).isEqualTo("CNY");
        assertThat(json.path("days")).hasSize(1);
        assertThat(json.path("days").path(0).path("turns").asInt()).isEqualTo(1);
        assertThat(json.path("together").path("prompt_tokens").asInt()).isPositive();
        assertThat(json.path("together").path("audio_seconds").asDouble()).isEqualTo(2);
        assertThat(json.path("together").path("cost").asDouble()).isPositive();
    }

    @Test
    void aTableHasTheSumAtItsEnd() {
        shell.run("chat", "--no-speak", "hi");

        Shell.Finished finished = shell.run("usage", "--days", "2");

        assertThat(finished.lines()).hasSize(3).allMatch(row -> row.length() <= 80);
        assertThat(finished.lines().get(0)).startsWith("date         turns  tokens in ");
        assertThat(finished.lines().get(1)).matches("\\d{4}-\\d\\d-\\d\\d       1 .* CNY");
        assertThat(finished.lines().get(2)).startsWith("together         1 ");
    }

    @Test
    void anyNumberOfDaysIsQuicklyLookedThrough() {
        shell.run("chat", "--no-speak", "hi");

        Shell.Finished finished = shell.run("usage", "--days", "2000000000");

        assertThat(finished.lines()).hasSize(3);
        assertThat(finished.exit()).isZero();
    }

    @Test
    void nothingUsedIsAnEmptyListOfDays() throws IOException {
        Shell.Finished table = shell.run("usage");
        Shell.Finished json = shell.run("usage", "--json");

        assertThat(table.exit()).isZero();
        assertThat(table.out()).isEmpty();
        assertThat(table.err()).contains("No usage in this period.");
        assertThat(JsonSchema.named("usage").mistakes(json.out())).isEmpty();
        assertThat(new ObjectMapper().readTree(json.out()).path("days")).isEmpty();
    }
}
