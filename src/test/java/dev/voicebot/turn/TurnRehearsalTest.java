package dev.voicebot.turn;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class TurnRehearsalTest {
    @Test
    void isATurnWithoutTrouble() {
        assertThatCode(TurnRehearsal::run).doesNotThrowAnyException();
    }
}
