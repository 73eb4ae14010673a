package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.ChildProgram;
import dev.voicebot.engine.piper.BeepsVoice;
import dev.voicebot.localmodels.ModelStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the program's native libraries leave behind, by a process with a folder for temporary files of its own. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TemporaryFilesTest {
    private static final String NOBODY = "99999999999"; // no process has this number

    @TempDir
    private Path folder;

    private Path home;
    private Path temporary;

    @BeforeEach
    void makeFolders() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        temporary = Files.createDirectory(folder.resolve("temporary"));
    }

    @Test
    void aVoiceLeavesNothingAndRemovesWhatAKilledProcessLeft() throws IOException, InterruptedException {
        BeepsVoice.in(new ModelStore(home.resolve(".local/share/voicebot/models")));
        Path left = home.resolve(".cache/voicebot/piper-loading/" + NOBODY + "/piper-jni-native1");
        Files.writeString(Files.createDirectories(left).resolve("lib.so"), "from a process that was killed");

        String out = run("speak", "--no-play", "--set", "synthesis.engine=piper", "-o", home + "/a.wav", "Hello.");

        assertThat(home.resolve("a.wav")).as(out).isNotEmptyFile();
        assertThat(files(temporary)).isEmpty();
        assertThat(files(home.resolve(".cache/voicebot/piper-loading"))).isEmpty();
    }

    @Test
    void theBuiltInVoiceLeavesNothing() throws IOException, InterruptedException {
        String out = run("speak", "--no-play", "--set", "synthesis.engine=espeak", "-o", home + "/a.wav", "Hello.");

        assertThat(home.resolve("a.wav")).as(out).isNotEmptyFile();
        assertThat(files(temporary)).isEmpty();
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        Process process = ChildProgram.of(
                        Map.of("HOME", home.toString()),
                        List.of("-Djava.io.tmpdir=" + temporary, "-Duser.home=" + home),
                        Main.class.getName(),
                        arguments)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
