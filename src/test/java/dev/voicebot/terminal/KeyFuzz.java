package dev.voicebot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jline.utils.NonBlockingReader;

/** Any characters as keys, and as text for the terminal. */
class KeyFuzz {
    @FuzzTest(maxDuration = "1m")
    void allKeysAreReadAndNoneIsMadeUp(byte[] bytes) throws IOException {
        String typed = new String(bytes, StandardCharsets.UTF_8);
        KeyProtocol protocol = new KeyProtocol();
        protocol.ask();
        try (KeyFilter keys = new KeyFilter(new Typed(typed), Optional.empty(), protocol::translate)) {
            int count = 0;
            while (keys.read(1) >= 0) {
                count++;
            }

            assertThat(count).isLessThanOrEqualTo(2 * typed.length());
        }
    }

    @FuzzTest(maxDuration = "1m")
    void noTextReachesTheTerminalWithWhatItWouldObey(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String whole = SafeText.rows(text);
        SafeText stream = new SafeText();
        StringBuilder pieces = new StringBuilder();
        text.chars().forEach(c -> pieces.append(stream.clean(String.valueOf((char) c))));

        assertThat(whole).isEqualTo(pieces.toString());
        assertThat(whole.chars().filter(c -> c != '\n')).noneMatch(Character::isISOControl);
        assertThat(SafeText.rows(whole)).isEqualTo(whole);
    }

    /** Keys that have all been typed. */
    private static final class Typed extends NonBlockingReader {
        private final String text;
        private int at;

        Typed(String text) {
            this.text = text;
        }

        @Override
        protected int read(long timeout, boolean isPeek) {
            if (at == text.length()) {
                return EOF;
            }
            char c = text.charAt(at);
            at += isPeek ? 0 : 1;
            return c;
        }

        @Override
        public int readBuffered(char[] buffer, int offset, int length, long timeout) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
