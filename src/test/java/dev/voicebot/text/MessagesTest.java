package dev.voicebot.text;

import static dev.voicebot.text.Messages.tr;
import static dev.voicebot.text.Messages.trn;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class MessagesTest {
    @Test
    void englishIsWhatTheCodeHas() {
        assertThat(tr("Interrupted.")).isEqualTo("Interrupted.");
        assertThat(tr("%s is 5%% of %,d", "x", 1000)).isEqualTo("x is 5% of 1,000");
        assertThat(tr("5%")).isEqualTo("5%");
        assertThat(trn("%d turn", "%d turns", 1, 1)).isEqualTo("1 turn");
        assertThat(trn("%d turn", "%d turns", 2, 2)).isEqualTo("2 turns");
    }

    @Test
    @ExtendWith(InChinese.class)
    void chineseIsWhatTheCatalogHas() {
        assertThat(tr("Interrupted.")).isEqualTo("已中断。");
    }

    @Test
    @ExtendWith(InChinese.class)
    void whatTheCatalogLacksStaysEnglish() {
        assertThat(tr("No such %s.", "text")).isEqualTo("No such text.");
    }
}
