package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.outcome.AssistantException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for text. */
class TextInputTest {
    private static final String CHINESE = "今天天气很好，我们去公园散步吧。";

    private final List<String> told = new ArrayList<>();

    @Test
    void utf8IsReadAlsoByteByByte() throws IOException {
        assertThat(read(oneByOne(("Hello, " + CHINESE + " 😀\n").getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("Hello, " + CHINESE + " 😀\n");
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkTellsTheEncodingAndIsNotRead(String charset) throws IOException {
        byte[] bytes = ("\ufeffHello, " + CHINESE).getBytes(Charset.forName(charset));

        assertThat(read(new ByteArrayInputStream(bytes))).isEqualTo("Hello, " + CHINESE);
        assertThat(read(oneByOne(bytes))).isEqualTo("Hello, " + CHINESE);
    }

    @Test
    void chineseInGb18030IsReadAndTold() throws IOException {
        byte[] bytes = ("Hello!\n" + CHINESE).getBytes(Charset.forName("GB18030"));

        assertThat(read(new ByteArrayInputStream(bytes))).isEqualTo("Hello!\n" + CHINESE);
        assertThat(told).containsExactly("words.txt is not UTF-8. Reading it as GB18030.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"café", "naïve café à la crème, s'il vous plaît.\n", "Größe über alles", "¿Dónde está?"})
    void latin1IsRefused(String text) {
        assertRefused(text.getBytes(StandardCharsets.ISO_8859_1), "neither UTF-8 nor GB18030");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertRefused(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}, "NUL");
        assertRefused("RIFF$\0\0\0WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1), "NUL");
        assertRefused(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, "not text");
        assertRefused("Hello".getBytes(StandardCharsets.UTF_16LE), "NUL");
        assertRefused(new byte[] {'a', (byte) 0xc3}, "not text");
    }

    @Test
    void utf8ThatBreaksLaterIsRefusedThere() {
        byte[] chinese = CHINESE.getBytes(StandardCharsets.UTF_8);
        byte[] broken = new byte[chinese.length + 2];
        System.arraycopy(chinese, 0, broken, 0, chinese.length);
        broken[chinese.length] = (byte) 0xff;
        broken[chinese.length + 1] = 'a';

        assertRefused(broken, "neither UTF-8 nor GB18030");
    }

    @Test
    void aCharacterThatIsCutAtTheEndIsLeftOut() throws IOException {
        byte[] chinese = CHINESE.getBytes(StandardCharsets.UTF_8);

        assertThat(read(new ByteArrayInputStream(chinese, 0, chinese.length - 1)))
                .isEqualTo(CHINESE.substring(0, CHINESE.length() - 1));
    }

    @Test
    void nothingIsNoText() throws IOException {
        assertThat(read(new ByteArrayInputStream(new byte[0]))).isEmpty();
    }

    @Test
    void whatHasNoEndIsRefused() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'y';
            }
        };

        assertThatThrownBy(() -> read(endless))
                .isInstanceOf(AssistantException.class)
                .hasMessageContaining("longer than");
    }

    private String read(InputStream in) throws IOException {
        return new TextInput(in, "words.txt", told::add).readAll();
    }

    private void assertRefused(byte[] bytes, String why) {
        assertThatThrownBy(() -> read(new ByteArrayInputStream(bytes)))
                .isInstanceOf(AssistantException.class)
                .hasMessageContaining("words.txt is not text")
                .hasMessageContaining(why);
    }

    private static InputStream oneByOne(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(1, length));
            }
        };
    }
}
