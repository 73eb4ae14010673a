package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voicebot.JsonSchema;
import dev.voicebot.turn.MemoryOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code replay SESSION}: a kept conversation once more, with its sound. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SessionReplayTest {
    private static final int SAMPLES = 1600 + TestSound.RATE; // a tenth of a second of tone, a second of silence

    @TempDir
    private Path home;

    private final MemoryOutput speaker = new MemoryOutput();
    private Shell shell;
    private Path wav;

    @BeforeEach
    void keepTwo() throws IOException {
        wav = TestSound.wav(home.resolve("1.wav"), Duration.ofMillis(100));
        KeptConversation.write(home, wav);
        shell = new Shell(home).devices(new FakeDevices().speaker(speaker));
    }

    @Test
    void questionsAndAnswersAreShownAgain() {
        Shell.Finished finished = shell.run("replay", "20261125-0953", "--instant");

        assertThat(finished.exit()).as(finished.err()).isZero();
        assertThat(finished.out()).containsSubsequence("What is tea?", "A hot drink.", "茶道呢？", "茶道是艺术。");
        assertThat(speaker.heard()).isEmpty();
    }

    @Test
    void theSoundIsPlayedWithTheWords() {
        Shell.Finished finished = shell.run("replay", "--session", "20261125");

        assertThat(finished.exit()).as(finished.err()).isZero();
        assertThat(speaker.heard()).hasSize(SAMPLES);
    }

    @Test
    void asJsonEachEventIsALineInItsOrder() throws IOException {
        Shell.Finished finished = shell.run("replay", "20261125-0953", "--instant", "--json");

        assertThat(finished.lines())
                .allSatisfy(line -> assertThat(JsonSchema.named("replay-event").mistakes(line))
                        .as(line)
                        .isEmpty());
        List<String> types = new ArrayList<>();
        for (String line : finished.lines()) {
            JsonNode event = new ObjectMapper().readTree(line);
            types.add(event.path("turn").asInt() + " " + event.path("type").asText());
        }
        assertThat(types)
                .containsExactly(
                        "1 partial",
                        "1 partial",
                        "1 question",
                        "1 token",
                        "1 sound",
                        "1 token",
                        "1 end",
                        "2 question",
                        "2 token",
                        "2 token",
                        "2 end");
        assertThat(finished.out()).contains("\"wav\":\"" + wav + "\"");
    }

    @Test
    void itBeginsWithTheTurnThatIsAskedFor() {
        Shell.Finished finished = shell.run("replay", "20261125-0953", "--instant", "--from", "2");

        assertThat(finished.out()).contains("茶道呢？").doesNotContain("What is tea?");
    }

    @Test
    void aTurnThatIsNotThereIsTold() {
        Shell.Finished finished = shell.run("replay", "20261125-0953", "--from", "3");

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err())
                .isEqualTo("voicebot: 20261125-0953-abc has no turn 3. See 'voicebot sessions show'.\n");
    }

    @Test
    void withoutItsSoundTheWordsAreStillReplayed() throws IOException {
        Files.delete(wav);

        Shell.Finished finished = shell.run("replay", "20261125-0953");

        assertThat(finished.exit()).as(finished.err()).isZero();
        assertThat(finished.out()).contains("A hot drink.", "茶道是艺术。");
    }

    @Test
    void aConversationThatFailedIsReplayedToo() {
        Shell.Finished finished = shell.run("replay", "20261124-0800", "--instant", "--json");

        assertThat(finished.lines()).hasSize(2).last().asString().contains("\"end\":\"failed\"");
    }

    @Test
    void aNameThatNoConversationHasIsTold() {
        Shell.Finished finished = shell.run("replay", "20200101-0000");

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err()).contains("20200101-0000");
    }
}
