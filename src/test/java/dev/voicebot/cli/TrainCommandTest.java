package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    @Test
    @Timeout(60)
    void everyCommandRunsWholeAndNothingIsShownOrLeft(@TempDir Path home) {
        CommandLineRun run = CommandLineRun.of(home, Clock.systemUTC(), Map.of(), "train-class-data");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void itIsNoCommandForUsers(@TempDir Path home) {
        CommandLineRun run = CommandLineRun.of(home, Clock.systemUTC(), Map.of(), "--help");

        assertThat(run.out()).contains("chat").doesNotContain("train-class-data");
    }
}
