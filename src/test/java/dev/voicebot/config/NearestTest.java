package dev.voicebot.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> NAMES = List.of(
            "chat.model", "chat.theme", "synthesis.voice", "synthesis.volume", "/mute", "/model", "--format", "en-gb");

    @ParameterizedTest
    @CsvSource({
        "chat.modle, chat.model",
        "Chat.Model, chat.model",
        "model, chat.model",
        "synthesis.vo, synthesis.voice",
        "/mu, /mute",
        "/MU, /mute",
        "/mote, /mute",
        "/mdoel, /model",
        "--fromat, --format",
        "en-bg, en-gb",
        "synthesis.voise, synthesis.voice",
    })
    void theNameThatWasMeantIsFound(String typed, String meant) {
        assertThat(Nearest.to(typed, NAMES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"help", "version", "/xyz", "q", "synth.voice.nothing", "--quiet", "''"})
    void whatIsFarFromAllNamesGetsNoHint(String typed) {
        assertThat(Nearest.hint(typed, NAMES)).isEqualTo(".");
    }

    @Test
    void theHintIsTheEndOfALine() {
        assertThat(Nearest.hint("/mut", NAMES)).isEqualTo(". Did you mean /mute?");
    }
}
