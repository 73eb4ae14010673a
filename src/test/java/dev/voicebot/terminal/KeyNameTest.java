package dev.voicebot.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.config.KeyNames;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KeyNameTest {
    @Test
    void everyNameOfTheSettingsHasSequencesAndNoTwoShareOne() {
        Map<String, List<String>> namesBySequence = KeyNames.all().stream()
                .filter(name -> !name.equals("space"))
                .peek(name -> assertThat(sequences(name)).as(name).isNotEmpty())
                .flatMap(name -> sequences(name).stream().map(sequence -> Map.entry(sequence, name)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));

        assertThat(namesBySequence.values())
                .allSatisfy(names -> assertThat(names).hasSize(1));
    }

    @Test
    void theSequencesAreThoseOfRealTerminals() {
        assertThat(sequences("f2")).containsExactlyInAnyOrder("\033OQ", "\033[Q", "\033[12~", "\033[[B");
        assertThat(sequences("f3")).contains("\033OR", "\033[13~").doesNotContain("\033[R");
        assertThat(sequences("f12")).containsExactly("\033[24~");
        assertThat(sequences("ctrl-space")).containsExactly("\0", "\033[32;5u");
        assertThat(sequences("ctrl-t")).containsExactly("\024", "\033[116;5u");
        assertThat(sequences("alt-x")).containsExactly("\033x", "\033[120;3u");
        assertThat(sequences("alt-right")).containsExactly("\033[1;3C");
        assertThat(sequences("shift-page-up")).containsExactly("\033[5;2~");
    }

    @Test
    void keysAreCalledAsPeopleWriteThem() {
        assertThat(KeyName.labels(KeyName.all(List.of("f2", "ctrl-space", "alt-page-up", "space"))))
                .isEqualTo("F2, Ctrl-Space, Alt-Page-Up, Space on an empty line");
    }

    @Test
    void aNameThatNoKeyHasIsRefused() {
        assertThatThrownBy(() -> new KeyName("f13")).hasMessage("no key has the name f13");
    }

    private static List<String> sequences(String name) {
        return new KeyName(name).sequences();
    }
}
