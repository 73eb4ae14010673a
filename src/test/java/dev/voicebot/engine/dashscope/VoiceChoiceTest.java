package dev.voicebot.engine.dashscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceChoiceTest {
    private final List<String> notices = new ArrayList<>();
    private final VoiceChoice voices = new VoiceChoice(notices::add);

    @ParameterizedTest
    @CsvSource({
        "cosyvoice-v1, longxiaochun",
        "cosyvoice-v2, longxiaochun_v2",
        "cosyvoice-v3-flash, longxiaochun_v3",
        "cosyvoice-v3-flash-2026-01-01, longxiaochun_v3",
        "cosyvoice-v3-plus, longanyang",
        "qwen-audio-3.0-tts-flash, longanfengyue",
        "qwen-audio-3.1-tts-flash, longanfengyue",
        "qwen-audio-3.0-tts-plus, longanlingxin"
    })
    void everyModelHasItsOwnStandardVoice(String model, String voice) {
        assertThat(voices.of(model, "auto")).isEqualTo(voice);
        assertThat(voices.of(model, "")).isEqualTo(voice);
        assertThat(notices).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cosyvoice-v3-flash, longxiaochun_v2, longxiaochun_v3",
        "cosyvoice-v3-flash, longanzhi, longanzhi_v3",
        "cosyvoice-v3-flash, longxiaochun, longxiaochun_v3",
        "cosyvoice-v2, longxiaochun_v3, longxiaochun_v2",
        "cosyvoice-v2, longanzhi_v3, longanzhi",
        "qwen-audio-3.0-tts-flash, longpaopao_v3, longpaopao_v3.6",
        "cosyvoice-v3-flash, longanlufeng, longanyang",
        "cosyvoice-v3-flash, longanlingxin, longxiaochun_v3",
        "cosyvoice-v3-plus, longxiaochun_v2, longanhuan"
    })
    void aVoiceOfAnotherModelIsMappedByItsNameOrElseByItsSexAndThatIsToldOnce(
            String model, String wanted, String voice) {
        assertThat(voices.of(model, wanted)).isEqualTo(voice);
        assertThat(voices.of(model, wanted)).isEqualTo(voice);

        assertThat(notices)
                .containsExactly("Voice " + wanted + " is not available for " + model + ". Using " + voice + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"longhua_v2", "my-own-voice", "cosyvoice-v2-mine-0123abcd", "longfoo_v2"})
    void aVoiceOfTheModelOrOneThatIsNotKnownIsTakenAsItIs(String voice) {
        assertThat(voices.of("cosyvoice-v2", voice)).isEqualTo(voice);
        assertThat(notices).isEmpty();
    }

    @Test
    void aModelWithoutVoicesOfItsOwnTakesWhatTheUserNames() {
        assertThat(voices.of("cosyvoice-v3.5-flash", "longxiaochun_v2")).isEqualTo("longxiaochun_v2");
        assertThat(VoiceCatalog.of("cosyvoice-v3.5-plus")).isEmpty();
    }

    @Test
    void whereTheRegionLacksTheStandardVoiceTheNextOneSpeaks() {
        voices.refuse("cosyvoice-v3-flash", "longxiaochun_v3", "auto");

        assertThat(voices.of("cosyvoice-v3-flash", "auto")).isEqualTo("longanyang");
    }

    @Test
    void aRefusedVoiceIsToldWithTheModelAndNamesThatAreNear() {
        assertThatThrownBy(() -> voices.refuse("cosyvoice-v3-flash", "longxiaochum_v3", "longxiaochum_v3"))
                .isInstanceOfSatisfying(AssistantException.class, fault -> {
                    assertThat(fault.kind()).isEqualTo(FaultKind.SETTINGS);
                    assertThat(fault.userMessage())
                            .contains("cosyvoice-v3-flash", "longxiaochum_v3", "longxiaochun_v3", "synthesis.voice");
                });
    }

    @Test
    void aModelWhoseUsersMakeTheirVoicesSaysSo() {
        assertThatThrownBy(() -> voices.refuse("cosyvoice-v3.5-plus", "", "auto"))
                .hasMessageContaining("a voice you made for this model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cosyvoice-v2", "cosyvoice-v3-flash", "cosyvoice-v3-plus", "qwen-audio-3.0-tts-flash"})
    void namesAreThereOnceAndEveryVoiceHasALanguage(String model) {
        assertThat(VoiceCatalog.of(model))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(1)
                .allSatisfy(voice -> {
                    assertThat(voice.name()).matches("[a-z0-9_.]+");
                    assertThat(voice.language()).isNotBlank();
                });
    }
}
