package dev.voicebot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalLibraryTest {
    @TempDir
    private Path cache;

    @Test
    void whatIsUnpackedIsUnpackedOnceAndMended() throws IOException {
        Path folder = TerminalLibrary.unpackInto(cache);
        Path library = files(folder).get(0);
        byte[] whole = Files.readAllBytes(library);
        Files.write(library, new byte[3]);

        TerminalLibrary.unpackInto(cache);

        assertThat(library).hasBinaryContent(whole);
        assertThat(files(folder)).containsExactly(library);
        assertThat(files(cache)).containsExactly(folder);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
