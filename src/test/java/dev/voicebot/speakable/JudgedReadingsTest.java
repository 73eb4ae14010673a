package dev.voicebot.speakable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * 600 lines of manual pages, README files and translations that are not read aloud letter by letter, drawn at random by
 * {@link ChangedLines} in two draws and judged one by one: how each is read is kept.
 */
class JudgedReadingsTest {
    private static final Path JUDGED = Path.of("src/test/resources/readings/judged.tsv");

    @Test
    void realTextIsReadAsItWasJudged() throws IOException {
        List<String> judged = Files.readAllLines(JUDGED, StandardCharsets.UTF_8);

        List<String> read = judged.stream()
                .map(row -> row.split("\t", -1)[0])
                .map(written -> written + "\t" + ChangedLines.said(written))
                .toList();

        assertThat(read).hasSize(600).isEqualTo(judged);
    }
}
