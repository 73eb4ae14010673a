package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileToWriteTest {
    @TempDir
    private Path home;

    @ParameterizedTest
    @MethodSource("linesWithAFolderToWrite")
    void aNameThatMeansAFolderIsRefused(List<String> line) {
        Shell.Finished finished = new Shell(home).run(line.toArray(String[]::new));

        assertThat(finished.exit()).isEqualTo(ExitCode.USAGE.number());
        assertThat(finished.err()).contains("out/ is a folder. Name a file.");
        assertThat(home.resolve("out")).doesNotExist();
    }

    private static Stream<List<String>> linesWithAFolderToWrite() {
        return Stream.of(
                List.of("speak", "--no-play", "-o", "out/", "hello"),
                List.of("speak", "--no-play", "-o", "a.wav", "--subtitles", "out/", "hello"),
                List.of("speak", "--no-play", "--trace=out/", "hello"));
    }
}
