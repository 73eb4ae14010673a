package dev.voicebot.engine.espeak;

import static dev.voicebot.engine.espeak.VoiceRun.ENGLISH;
import static dev.voicebot.engine.espeak.VoiceRun.MANDARIN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VoiceRunTest {
    @Test
    void aSentenceInOneLanguageIsOneRun() {
        assertThat(VoiceRun.of("Hello, it is 3.14.", MANDARIN))
                .containsExactly(new VoiceRun(ENGLISH, "Hello, it is 3.14."));
        assertThat(VoiceRun.of("你好，3.14。", ENGLISH)).containsExactly(new VoiceRun(MANDARIN, "你好，3.14。"));
    }

    @Test
    void mandarinReadsTheEnglishWordsInItsOwnSentences() {
        assertThat(VoiceRun.of("我喜欢用 Java 写 GPU 程序。", ENGLISH))
                .containsExactly(new VoiceRun(MANDARIN, "我喜欢用 Java 写 GPU 程序。"));
    }

    @Test
    void anEnglishSentenceLeavesItsChineseWordsToMandarin() {
        assertThat(VoiceRun.of("The word 你好， and (再见) mean hello and 2 byes.", ENGLISH))
                .containsExactly(
                        new VoiceRun(ENGLISH, "The word "),
                        new VoiceRun(MANDARIN, "你好， "),
                        new VoiceRun(ENGLISH, "and ("),
                        new VoiceRun(MANDARIN, "再见) "),
                        new VoiceRun(ENGLISH, "mean hello and 2 byes."));
    }

    @Test
    void aNumberGoesOnInTheLanguageBefore() {
        assertThat(VoiceRun.of("12:30", MANDARIN)).containsExactly(new VoiceRun(MANDARIN, "12:30"));
        assertThat(VoiceRun.of("12:30", ENGLISH)).containsExactly(new VoiceRun(ENGLISH, "12:30"));
    }
}
