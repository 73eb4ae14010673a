package dev.voicebot.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {
    private final List<String> told = new ArrayList<>();
    private final ByteArrayOutputStream passed = new ByteArrayOutputStream();

    @Test
    void aMaskedTextIsReadAndPassedOnAsItCame() throws IOException {
        byte[] frame = {(byte) 0x81, (byte) 0x82, 1, 2, 3, 4, 'h' ^ 1, 'i' ^ 2};

        pass(frame);

        assertThat(told).containsExactly("text hi");
        assertThat(passed.toByteArray()).isEqualTo(frame);
    }

    @Test
    void piecesAreOneMessageEvenWithAPingBetween() throws IOException {
        pass(new byte[] {0x01, 1, 'a', (byte) 0x89, 0, (byte) 0x80, 1, 'b'});

        assertThat(told).containsExactly("text ab");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 125, 126, 65_535, 65_536, 100_000})
    void soundOfAnyLengthIsPassedOn(int length) throws IOException {
        byte[] frame = frame(length);

        pass(frame);

        assertThat(told).containsExactly("binary " + length);
        assertThat(passed.toByteArray()).isEqualTo(frame);
    }

    @Test
    void aCloseFrameTellsItsCode() throws IOException {
        pass(new byte[] {(byte) 0x88, 5, 0x03, (byte) 0xf3, 'b', 'y', 'e', (byte) 0x88, 0});

        assertThat(told).containsExactly("close 1011 bye", "close 1005 ");
    }

    @Test
    void aFrameThatIsCutOffIsNoMessage() {
        assertThatThrownBy(() -> pass(new byte[] {(byte) 0x82, 5, 1, 2})).hasMessageContaining("within a frame");
        assertThat(told).isEmpty();
    }

    private void pass(byte[] bytes) throws IOException {
        new Frames(new ByteArrayInputStream(bytes), passed, new Frames.Listener() {
                    @Override
                    public void text(byte[] utf8) {
                        told.add("text " + new String(utf8, StandardCharsets.UTF_8));
                    }

                    @Override
                    public void binary(byte[] sound) {
                        told.add("binary " + sound.length);
                    }

                    @Override
                    public void close(int code, String reason) {
                        told.add("close " + code + " " + reason);
                    }
                })
                .passOn();
    }

    private static byte[] frame(int length) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(0x82);
        int bytes = length < 126 ? 0 : length < 65_536 ? 2 : 8;
        frame.write(bytes == 0 ? length : bytes == 2 ? 126 : 127);
        for (int i = bytes - 1; i >= 0; i--) {
            frame.write((int) ((long) length >> (8 * i)));
        }
        frame.writeBytes(new byte[length]);
        return frame.toByteArray();
    }
}
