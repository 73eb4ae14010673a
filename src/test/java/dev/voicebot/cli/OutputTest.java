package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.cli.Edges.Terminals;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputTest {
    private static final String REWRITE = "\r\033[K";

    /** Both streams, as one terminal shows them. */
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @Test
    void dataTakesTheLiveLineAwayWhereBothAreOnOneTerminal() {
        Output output = output(true);

        output.liveLine().show("10 %");
        output.printLine("book.wav");

        assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualTo(REWRITE + "10 %" + REWRITE + "book.wav\n");
    }

    @Test
    void dataInAFileLeavesTheLiveLine() {
        Output output = output(false);

        output.liveLine().show("10 %");
        output.printLine("book.wav");

        assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualTo(REWRITE + "10 %book.wav\n");
    }

    @Test
    void whatIsToldTakesTheLiveLineAway() {
        Output output = output(false);

        output.liveLine().show("10 %");
        output.tell("there is no speaker");

        assertThat(screen.toString(StandardCharsets.UTF_8))
                .isEqualTo(REWRITE + "10 %" + REWRITE + "voicebot: there is no speaker\n");
    }

    private Output output(boolean outIsTerminal) {
        PrintStream stream = new PrintStream(screen, true, StandardCharsets.UTF_8);
        return new Output(GivenEdges.of(
                Path.of("/"),
                Clock.systemUTC(),
                Map.of(),
                new Terminals(false, outIsTerminal, true, 80),
                stream,
                stream));
    }
}
