package dev.voicebot.speakable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Sentences of every kind of writing in both languages. How most should be read was written down before the program was
 * asked; how each is read since what was wrong was mended is kept.
 */
class PredictedReadingsTest {
    private static final Path PREDICTED = Path.of("src/test/resources/readings/predicted.tsv");

    @Test
    void everySentenceIsReadAsItIsKept() throws IOException {
        List<String> predicted = Files.readAllLines(PREDICTED, StandardCharsets.UTF_8);

        List<String> read = predicted.stream()
                .map(row -> row.split("\t", -1)[0])
                .map(written -> written + "\t" + ChangedLines.said(written))
                .toList();

        assertThat(read).hasSizeGreaterThan(650).isEqualTo(predicted);
    }
}
