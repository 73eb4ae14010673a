package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A text read into a file with subtitles, and gone on with: nothing is missing and nothing is there twice. */
final class DyingReading implements Dying {
    private static final String TEXT = "One is here. Two follows.\n\nThree ends.";

    @Override
    public void prepare(Path home, Shell shell) throws IOException {
        Path whole = Files.createDirectories(home.resolve("whole"));
        assertThat(read(shell, whole).exit()).isZero();
        Files.createDirectories(home.resolve("book"));
    }

    @Override
    public void run(Path home, Shell shell) {
        read(shell, home.resolve("book"));
    }

    @Override
    public void check(Path home, Shell shell, int asked) throws IOException {
        Path book = home.resolve("book");

        Shell.Finished resumed = read(shell, book);

        assertThat(resumed.exit()).as(resumed.err()).isZero();
        assertThat(files(book)).isEqualTo(files(home.resolve("whole")));
        assertThat(book.resolve("book.wav")).hasSameBinaryContentAs(home.resolve("whole/book.wav"));
        assertThat(book.resolve("book.srt")).hasSameBinaryContentAs(home.resolve("whole/book.srt"));
    }

    private static Shell.Finished read(Shell shell, Path folder) {
        return shell.run(
                "speak",
                "--no-play",
                "-o",
                folder.resolve("book.wav").toString(),
                "--subtitles",
                folder.resolve("book.srt").toString(),
                "--resume",
                TEXT);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
