package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    @Timeout(60)
    void everyCommandRunsWholeAndNothingIsShownOrLeft(@TempDir Path home) {
        int exit = Program.run(edges(home), "train-class-data");

        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(exit).isZero();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void itIsNoCommandForUsers(@TempDir Path home) {
        Program.run(edges(home), "--help");

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("chat").doesNotContain("train-class-data");
    }

    private Edges edges(Path home) {
        return new Edges(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new Edges.Terminals(false, false, false, 80),
                Map.of(),
                home,
                home,
                Optional.empty(),
                Clock.systemUTC(),
                () -> {});
    }
}
