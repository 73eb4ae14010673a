package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The disk ends at each change that a run makes, whole and by half; a virtual machine of its own for each kind of run. */
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EveryChangeTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"chat", "resumed-chat", "speak", "index", "listen", "talk"})
    void whereverTheDiskEndsNothingIsLostAndNothingIsThereTwice(String name) throws IOException, InterruptedException {
        Process runs = DyingRuns.start(folder, Map.of(), "all", name, folder.toString());

        String out = new String(runs.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(runs.waitFor()).as(out).isZero();
        assertThat(out).containsPattern(name + ": [1-9]\\d* changes");
    }
}
