package dev.voicebot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyReportTest {
    @ParameterizedTest
    @CsvSource({
        "[97u, a",
        "[97;2u, A",
        "[97;;97u, a",
        "[49;2;33u, !",
        "[97:65;2;65u, A",
        "[20320;;20320u, 你",
        "[97;129u, a",
        "[57441;2u, ''",
        "[57399;;48u, 0"
    })
    void aKeyThatTypesTextGivesTheText(String sequence, String text) {
        assertThat(plain("\033" + sequence)).isEqualTo(text);
    }

    @Test
    void otherKeysGiveWhatTerminalsHaveAlwaysSent() {
        assertThat(plain("\033[99;5u")).isEqualTo("\003");
        assertThat(plain("\033[32;5u")).isEqualTo("\0");
        assertThat(plain("\033[27u")).isEqualTo("\033");
        assertThat(plain("\033[13u")).isEqualTo("\r");
        assertThat(plain("\033[127u")).isEqualTo("\177");
        assertThat(plain("\033[120;3u")).isEqualTo("\033x");
        assertThat(plain("\033[1;1:2Q")).isEqualTo("\033[Q");
        assertThat(plain("\033[1;3:1C")).isEqualTo("\033[1;3C");
        assertThat(plain("\033[15;1:1~")).isEqualTo("\033[15~");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\033[?1u", "\033[200~\033[201~", "\033OQ", "x", "\033[", "\033[12;3R9", "\033[<0;1;1M"})
    void anythingElseIsNone(String sequence) {
        assertThat(KeyReport.of(sequence)).isEmpty();
    }

    @Test
    void whatHappenedToTheKeyIsTold() {
        assertThat(KeyReport.of("\033[1;1:3Q").orElseThrow().event()).isEqualTo(KeyReport.Event.RELEASE);
        assertThat(KeyReport.of("\033[32;1:2u").orElseThrow().event()).isEqualTo(KeyReport.Event.REPEAT);
        assertThat(KeyReport.of("\033[Q").orElseThrow().event()).isEqualTo(KeyReport.Event.PRESS);
    }

    @ParameterizedTest
    @CsvSource({
        "f2, [1;1:3Q",
        "f2, [12;1:3~",
        "f3, [13;1:3~",
        "f5, [15;1:3~",
        "space, [32;1:3u",
        "ctrl-space, [32;1:3u",
        "ctrl-space, [32;5:3u",
        "ctrl-t, [116;5:3u",
        "alt-right, [1;1:3C",
        "alt-x, [120;3:3u"
    })
    void aKeyIsKnownByItsReleaseWithOrWithoutItsModifiers(String name, String sequence) {
        assertThat(new KeyName(name)
                        .isReportedAs(KeyReport.of("\033" + sequence).orElseThrow()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"f2, [1;1:3P", "f2, [97;1:3u", "space, [97;1:3u", "f5, [17;1:3~", "ctrl-t, [1;1:3Q"})
    void anotherKeyIsNotTakenForIt(String name, String sequence) {
        assertThat(new KeyName(name)
                        .isReportedAs(KeyReport.of("\033" + sequence).orElseThrow()))
                .isFalse();
    }

    private static String plain(String sequence) {
        return KeyReport.of(sequence).orElseThrow().plain();
    }
}
