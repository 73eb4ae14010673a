package dev.voicebot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.Requirements;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The bench in short: it fails when something gets lost or out of order, never because of a time. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BenchIT {
    @TempDir
    private Path folder;

    @Test
    void noSoundAndNoWordIsLostOnTheWay() throws Exception {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

        Map<String, TurnRow> rows = new TurnBench(Profile.TYPICAL, 3, 1, folder, nowhere).run();

        assertThat(rows)
                .containsOnlyKeys(TurnBench.VOICEBOT, TurnBench.AHEAD, TurnBench.ORIGINAL)
                .allSatisfy((way, row) -> {
                    assertThat(row.faults()).as(way).isEmpty();
                    assertThat(row.firstAudio.count()).as(way).isEqualTo(3);
                });
    }

    @Test
    void turnsLeaveNothingBehind() throws Exception {
        Requirements.commands("script");
        Report report = new Report(Machine.description());

        new GrowthBench(folder, 40, report).run();

        assertThat(report.faults()).isEmpty();
    }
}
