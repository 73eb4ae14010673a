package dev.voicebot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubstituteCharactersTest {
    private final SubstituteCharacters standIns = new SubstituteCharacters();

    @ParameterizedTest
    @CsvSource({
        "abc, 3",
        "你好, 4",
        "✅, 2",
        "⭐️, 2",
        "😀, 2",
        "🇨🇳, 2",
        "👩‍💻, 4",
        "👍🏽, 2",
        "❤️, 1",
        "e\u0301, 1",
        "क्षि, 3",
        "\ue0b0, 1",
        "ꀀ, 2",
        "한국, 4",
        "1️⃣, 1",
    })
    void jlineCountsTheColumnsThatTheTerminalTakes(String text, int columns) {
        assertThat(new AttributedString(standIns.encode(text)).columnLength()).isEqualTo(columns);
        assertThat(TextColumns.width(text)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({"a✅b😀c, a✅b😀c", "🇨🇳🇩🇪, 🇨🇳🇩🇪", "ꀀ\ue000, ꀀ\ue000", "e\u0301你, e\u0301你", "क्‍ष, क्‍ष"})
    void whatWasReplacedComesBack(String text, String shown) {
        assertThat(standIns.decode(standIns.encode(text))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"👩‍💻, 👩💻", "👍🏽, 👍", "❤️, ❤", "1️⃣, 1⃣"})
    void whatTerminalsDisagreeAboutIsLeftOut(String text, String shown) {
        assertThat(standIns.decode(standIns.encode(text))).isEqualTo(shown);
    }

    @Test
    void lineFeedsStayLineFeeds() {
        assertThat(standIns.encode("a✅\nb")).hasSize(4).contains("\n");
    }
}
