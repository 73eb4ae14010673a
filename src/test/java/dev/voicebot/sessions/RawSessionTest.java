package dev.voicebot.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawSessionTest {
    private static final String HEADER = "{\"session\":\"abc\"}\n";

    @Test
    void turnsAreFoundByTheBeginningOfTheirLine() {
        String one = "{\"turn\":1,\"question\":\"a\"}\n";
        String two = "{\"turn\":2,\"question\":\"b\"}\n";

        assertThat(session(HEADER + one + two).turns())
                .containsExactly(HEADER.length(), HEADER.length() + one.length());
        assertThat(session(HEADER).turns()).isEmpty();
        assertThat(session("").turns()).isEmpty();
    }

    @Test
    void aTurnThatWasTakenBackIsGoneAndItsNumberIsStillTaken() {
        RawSession session = session(HEADER + "{\"turn\":1}\n{\"turn\":30}\n{\"turn\":4}\n{\"undo\":30}\n");

        assertThat(session.turns()).hasSize(2);
        assertThat(session.lastNumber()).isEqualTo(30);
        assertThat(session(HEADER).lastNumber()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"turn\":190}",
                "{\"turn\":190,\"question\":\"a\"}",
                " { \t\"turn\" :\t190 }\r",
                "{\"question\":\"a\",\"turn\":190}",
                "{\"turn\":190,\"more\":{\"turn\":207}}",
                "{\"question\":\"turn\",\"turn\":190}",
            })
    void theNumberIsTheLinesOwn(String line) {
        assertThat(session(HEADER + line + "\n").lastNumber()).isEqualTo(190);
        assertThat(session(line).lastNumber()).isEqualTo(190);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"turn\":\"x\"}",
                "{\"turn\"}",
                "{\"turn\" 5}",
                "{\"more\":{\"turn\":5}}",
                "[\"turn\",5]",
                "\"turn\":5"
            })
    void whatHasNoNumberIsNoTurn(String line) {
        assertThat(session(HEADER + line + "\n").turns()).isEmpty();
        assertThat(session(HEADER + line).lastNumber()).isZero();
    }

    @Test
    void aFileThatIsCutAnywhereIsReadAsFarAsItGoes() {
        String whole = HEADER + "{\"turn\":123,\"question\":\"a\"}";
        int number = whole.indexOf("123");

        for (int length = 0; length <= whole.length(); length++) {
            RawSession session = session(whole.substring(0, length));
            assertThat(session.turns()).hasSize(length > number ? 1 : 0);
            assertThat(session.lastNumber())
                    .isEqualTo(
                            length <= number
                                    ? 0
                                    : Integer.parseInt(whole.substring(number, Math.min(length, number + 3))));
        }
    }

    private static RawSession session(String text) {
        return new RawSession(text.getBytes(StandardCharsets.UTF_8));
    }
}
