package dev.voicebot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.jline.utils.NonBlocking;
import org.jline.utils.NonBlockingReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ControlSequenceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\033[A",
                "\033[1;5A",
                "\033[[B",
                "\033[13;2u",
                "\033[?2026;2$y",
                "\033[M !!",
                "\033OQ",
                "\033O5A",
                "\033x",
                "\033中",
                "\033\033[A",
                "\033]11;rgb:0/0/0\007",
                "\033]11;rgb:0/0/0\033\\",
                "\033P1+r\033\\"
            })
    void aSequenceIsReadToItsEndAndNoFurther(String sequence) throws IOException {
        assertThat(read(sequence + "typed")).isEqualTo(sequence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\033[23$", "\033[", "\033O", "\033]0;title", "\033P", "\033_G", "\033[M", "\033[M !"})
    void escInTheMiddleBeginsAnotherOne(String broken) throws IOException {
        assertThat(read(broken + "\033[B")).isEqualTo("\033[B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\033[", "\033[1;", "\033O", "\033O5"})
    void whatCannotGoOnEndsBeforeTheKeyThatFollows(String broken) throws IOException {
        assertThat(read(broken + "\003")).isEqualTo(broken);
        assertThat(read(broken + "\r")).isEqualTo(broken);
        assertThat(read(broken + "中")).isEqualTo(broken);
    }

    @Test
    void anEscapeAtTheEndOfAPasteIsNoKeyWithAlt() throws IOException {
        assertThat(read("\033\033[201~typed")).isEqualTo("\033[201~");
    }

    @Test
    void whatDoesNotGoOnIsWhatCame() throws IOException {
        assertThat(read("\033[1;")).isEqualTo("\033[1;");
        assertThat(read("\033")).isEqualTo("\033");
        assertThat(read("\033\033\033[\033")).isEqualTo("\033");
    }

    private static String read(String input) throws IOException {
        try (NonBlockingReader keys = NonBlocking.nonBlocking("test", new StringReader(input))) {
            keys.read();
            return ControlSequence.read(keys, 20_000);
        }
    }
}
