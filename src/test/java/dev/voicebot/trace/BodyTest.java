package dev.voicebot.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhellorest",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\nTrailer: x\r\n\r\nrest",
                "HTTP/1.1 200 OK\r\n\r\nhello"
            })
    void aBodyIsReadWithoutItsFraming(String message) throws IOException {
        assertThat(read(message)).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nrest"})
    void aBodyMayBeEmpty(String message) throws IOException {
        assertThat(read(message)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"
            })
    void aBodyThatIsCutOffIsNotTakenForWhole(String message) {
        assertThatThrownBy(() -> read(message)).isInstanceOf(EOFException.class);
    }

    @Test
    void aRequestWithoutLengthHasNoBody() throws IOException {
        InputStream in = stream("GET /models HTTP/1.1\r\nHost: h\r\n\r\nnext");
        HttpHead head = HttpHead.read(in).orElseThrow();

        assertThat(Body.ofRequest(head, in).readAllBytes()).isEmpty();
        assertThat(head.field("host")).contains("h");
    }

    private static String read(String message) throws IOException {
        InputStream in = stream(message);
        HttpHead head = HttpHead.read(in).orElseThrow();
        return new String(Body.ofResponse(head, in).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
