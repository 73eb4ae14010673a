package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The variable {@code ACCESSIBLE}, and a terminal that cannot draw a row again. */
class AccessibleTest {
    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "TRUE", "yes", "on", "2"})
    void onAsksForWholeLines(String value) {
        Edges edges = atTerminal(Map.of("TERM", "xterm", "ACCESSIBLE", value));

        assertThat(edges.showsLinesOnly()).isTrue();
        assertThat(edges.rewritesRows()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "false", "False", "no", "NO", "off"})
    void offIsAsIfItWereNotSet(String value) {
        Edges edges = atTerminal(Map.of("TERM", "xterm", "ACCESSIBLE", value));

        assertThat(edges.showsLinesOnly()).isFalse();
        assertThat(edges.rewritesRows()).isTrue();
    }

    @Test
    void withoutItTheTerminalDecides() {
        assertThat(atTerminal(Map.of("TERM", "xterm")).showsLinesOnly()).isFalse();
        assertThat(atTerminal(Map.of()).showsLinesOnly()).isFalse();
        assertThat(atTerminal(Map.of("TERM", "dumb")).showsLinesOnly()).isTrue();
        assertThat(atTerminal(Map.of("TERM", "dumb", "ACCESSIBLE", "0")).showsLinesOnly())
                .isTrue();
    }

    private static Edges atTerminal(Map<String, String> environment) {
        return GivenEdges.of(environment, new Edges.Terminals(true, true, true, 80));
    }
}
