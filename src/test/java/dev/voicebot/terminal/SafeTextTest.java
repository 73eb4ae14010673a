package dev.voicebot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\033[31mab",
                "a\033[1;2;3Hb",
                "a\u009b2Jb",
                "a\033]8;;http://x\033\\b",
                "a\033]0;title\007b",
                "a\u009d0;title\u009cb",
                "a\033Pq1\033\\b",
                "a\033(Bb",
                "a\033cb",
                "a\033OQb",
                "\033\033[0mab",
                "a\rb",
                "a\bb",
                "a\007b",
                "a\0b",
                "a\177b",
                "a\u0085b",
                "\u202eab\u202c",
                "\u2066a\u2069b",
                "a\u200eb",
                "a\ufeffb",
            })
    void whatATerminalWouldObeyGoes(String text) {
        assertThat(SafeText.rows(text)).isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\033|[31mb", "a\033[3|1mb", "a\033]0;t|itle\007b", "a\033]0;title\033|\\b"})
    void aSequenceCutBetweenTwoPiecesGoes(String pieces) {
        String[] piece = pieces.split("\\|", -1);
        SafeText safe = new SafeText();

        assertThat(safe.clean(piece[0]) + safe.clean(piece[1])).isEqualTo("ab");
    }

    @Test
    void aBrokenSequenceTakesNoTextAlong() {
        assertThat(SafeText.rows("a\033[3你b\n\033]0;never ended\nc")).isEqualTo("a你b\n\nc");
    }

    @Test
    void wordsOfAllScriptsStay() {
        String text = "naïve 你好，世界 עברית 👩‍💻 [31m 100%\nnext";

        assertThat(SafeText.rows(text)).isEqualTo(text);
    }

    @Test
    void tabsBecomeSpacesAndARowHasNoLineFeeds() {
        assertThat(SafeText.row(" a\tb \n\n c\n")).isEqualTo("a    b c");
    }
}
