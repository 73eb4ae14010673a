package dev.voicebot.turntaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterjectionsTest {
    private static final Interjections SOME =
            Interjections.of(List.of("嗯", "对", "mm-hmm", "right", "yeah"), List.of("stop", "停"), List.of("goodbye"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "嗯",
                "嗯。",
                "Right.",
                "Mm-hmm!",
                "mm hmm",
                "Yeah, right.",
                "嗯，对。",
                "嗯嗯嗯嗯",
                "对对。",
                "ＲＩＧＨＴ",
                "right right",
                "Yeah yeah, right."
            })
    void caseAndPunctuationDoNotCount(String words) {
        assertThat(SOME.isBackChannel(words)).isTrue();
        assertThat(SOME.isStopWord(words)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "Right now",
                "Turn right.",
                "对吗？",
                "Yeah, but why?",
                "Stop.",
                "对嗯吗",
                "rightright now",
                "yeah right now"
            })
    void allOfItHasToBeOne(String words) {
        assertThat(SOME.isBackChannel(words)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mm", "ye", "right", ""})
    void aBeginningMayBecomeOne(String words) {
        assertThat(SOME.beginsBackChannel(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "Stop!", "停。", "stop, stop", "stop stop stop", "停停停", "ＳＴＯＰ！", "停 停"})
    void stopWordsAreSaidAlone(String words) {
        assertThat(SOME.isStopWord(words)).isTrue();
        assertThat(SOME.isStopWord(words + " it")).isFalse();
    }
}
