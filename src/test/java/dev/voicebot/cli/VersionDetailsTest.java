package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.config.Folders;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class VersionDetailsTest {
    private static final Folders FOLDERS = Folders.of(Map.of("XDG_STATE_HOME", "/state"), Path.of("/home/me"));

    @Test
    void namesTheLibrariesThatAFaultMayComeFrom() {
        List<Path> files =
                List.of(Path.of("lib/picocli-4.7.7.jar"), Path.of("lib/okio-3.6.0.jar"), Path.of("lib/jna-5.19.1.jar"));

        assertThat(new VersionDetails(new Properties(), files, FOLDERS).lines())
                .contains(
                        "libraries  jna 5.19.1, picocli 4.7.7",
                        "Java       unknown, unknown, unknown",
                        "log        /state/voicebot/voicebot.log");
    }

    @Test
    void leavesThemOutWhereItIsNotPackaged() {
        assertThat(new VersionDetails(new Properties(), List.of(), FOLDERS).lines())
                .noneMatch(line -> line.startsWith("libraries"));
    }
}
