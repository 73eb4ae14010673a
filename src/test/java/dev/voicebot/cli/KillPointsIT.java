package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.standin.StandIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process is killed at changes all over its run; {@link EveryChangeTest} has all of them, without the kill. */
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KillPointsIT {
    private static final int POINTS = 3;
    private static final int KILLED = 128 + 9;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"chat", "resumed-chat", "speak", "listen", "index", "talk"})
    void whereverTheProcessIsKilledNothingIsLostAndNothingIsThereTwice(String name)
            throws IOException, InterruptedException {
        long changes = Long.parseLong(lastLine(run(name, Long.MAX_VALUE, false, 0)));
        for (int point = 0; point < POINTS; point++) {
            run(name, changes * point / POINTS, point % 2 == 1, KILLED);
        }
    }

    private String run(String name, long count, boolean half, int exit) throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("after-" + count));
        Dying dying = Dying.named(name);
        try (StandIn standIn = StandIn.start(DyingRuns.script())) {
            Shell shell = Dying.shell(home, standIn.environment());
            dying.prepare(home, shell);
            int before = Dying.asked(standIn);

            Process process = DyingRuns.start(
                    folder,
                    standIn.environment(),
                    "one",
                    name,
                    home.toString(),
                    Long.toString(count),
                    half ? "half" : "whole");
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).as("after %d changes: %s", count, out).isEqualTo(exit);
            try {
                dying.check(home, Dying.shell(home, standIn.environment()), Dying.asked(standIn) - before);
            } catch (AssertionError e) {
                throw new AssertionError("after " + count + " changes" + (half ? " and a half" : ""), e);
            }
            return out;
        }
    }

    /** Newer virtual machines print warnings of their own before it. */
    private static String lastLine(String out) {
        return out.strip().lines().reduce("", (before, line) -> line);
    }
}
