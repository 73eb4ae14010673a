package dev.voicebot.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** Lines as a killed program, or an editor, may leave them. */
class TurnTextTest {
    private static final OffsetDateTime ASKED = OffsetDateTime.parse("2026-11-25T09:53:12Z");

    @Test
    void aLineIsReadInAnyOrderOfItsFields() {
        assertThat(read("{\"reply\":\"A.\",\"more\":{\"turn\":9},\"question\":\"Q?\",\"asked\":\"" + ASKED
                        + "\",\"turn\":3}\n"))
                .isEqualTo(new TurnText(3, ASKED, "Q?", "A."));
    }

    @Test
    void ofATornLineIsReadWhatIsThere() {
        assertThat(read("{\"turn\":3,\"question\":\"Q?\",\"asked\":\"" + ASKED + "\",\"reply\":\"A"))
                .isEqualTo(new TurnText(3, ASKED, "Q?", ""));
    }

    @Test
    void aTornLineTakesNothingFromTheNextOne() {
        assertThat(read("{\"turn\":3,\"question\":\"Q?\",\n\"reply\":\"next\"}\n"))
                .isEqualTo(empty(3, "Q?"));
    }

    @Test
    void halfACharacterIsNoFault() {
        byte[] torn = "{\"turn\":3,\"question\":\"茶\"".getBytes(StandardCharsets.UTF_8);
        torn[torn.length - 2] = '"';

        assertThat(TurnText.of(torn, 0).number()).isEqualTo(3);
        assertThat(TurnText.of(torn, 0).question()).isEqualTo("\uFFFD");
    }

    @Test
    void whatIsNoObjectIsEmpty() {
        assertThat(read("[{\"turn\":3}]")).isEqualTo(empty(0, ""));
        assertThat(read("{\"question\":\"Q?\",\"asked\":\"yesterday\"}")).isEqualTo(empty(0, "Q?"));
    }

    @Test
    void whenAndWhatWasAskedAreReadAlone() {
        byte[] line = ("\n{\"turn\":3,\"asked\":\"" + ASKED + "\",\"question\":\"Q?\",\"reply\":")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(TurnText.askedOf(line, 1)).isEqualTo(ASKED);
        assertThat(TurnText.questionOf(line, 1)).isEqualTo("Q?");
    }

    private static TurnText read(String line) {
        return TurnText.of(line.getBytes(StandardCharsets.UTF_8), 0);
    }

    private static TurnText empty(int number, String question) {
        return new TurnText(number, TurnLine.time(""), question, "");
    }
}
