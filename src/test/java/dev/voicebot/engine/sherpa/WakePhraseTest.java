package dev.voicebot.engine.sherpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WakePhraseTest {
    private static final List<String> TOKENS = List.of(
            "HH", "EY1", "V", "OY1", "S", "B", "AA1", "T", "x", "iǎo", "zh", "ù", "sh", "ǒu", "n", "ǚ", "ér", "y",
            "uán");

    @TempDir
    private Path folder;

    private WakePhrase phrase;

    @BeforeEach
    void readTheModel() throws IOException {
        StringBuilder tokens = new StringBuilder();
        TOKENS.forEach(token ->
                tokens.append(token).append(' ').append(tokens.length()).append('\n'));
        Path tokensFile = Files.writeString(folder.resolve("tokens.txt"), tokens);
        Path lexicon = Files.writeString(
                folder.resolve("en.phone"), "HEY HH EY1\nVOICE  V OY1 S\nBOT\tB AA1 T\nBOT AA1\nDAY D EY1\n");
        phrase = WakePhrase.of(new LocalModel(
                "wake", folder, LocalModel.Kind.KEYWORDS, Map.of("tokens", tokensFile, "lexicon", lexicon), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "hey bot, HH EY1 B AA1 T @hey_bot",
        "Hey Voicebot!, HH EY1 V OY1 S B AA1 T @Hey_Voicebot!",
        "小助手, x iǎo zh ù sh ǒu @小助手",
        "女, n ǚ @女",
        "元, y uán @元",
        "儿, ér @儿",
        "hey 小助手, HH EY1 x iǎo zh ù sh ǒu @hey_小助手",
    })
    void aPhraseIsSpelledByTheDictionaryAndByPinyin(String written, String spelled) {
        assertThat(phrase.spelled(written)).isEqualTo(spelled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hey xqzt", "你好", "hey day", "...", "ひ"})
    void whatTheModelCannotSpellIsRefused(String written) {
        assertThatThrownBy(() -> phrase.spelled(written))
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.SETTINGS))
                .hasMessageContaining("handsfree.wake_word");
    }

    @Test
    void theRefusalNamesThePart() {
        assertThatThrownBy(() -> phrase.spelled("hey xqzt")).hasMessageContaining("how \"xqzt\" sounds");
    }
}
