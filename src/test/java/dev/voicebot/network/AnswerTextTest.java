package dev.voicebot.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.Okio;
import okio.Source;
import okio.Timeout;
import org.junit.jupiter.api.Test;

class AnswerTextTest {
    private boolean closed;

    @Test
    void ofAFaultWithoutAnEndOnlyTheBeginningIsRead() throws IOException {
        assertThat(AnswerText.ofFault(endless())).hasSize(64 * 1024).startsWith("xxx");
        assertThat(closed).isTrue();
    }

    @Test
    void anAnswerWithoutAnEndIsCut() throws IOException {
        assertThat(AnswerText.of(endless())).hasSize(16 * 1024 * 1024);
        assertThat(closed).isTrue();
    }

    @Test
    void aTextIsReadAsItIsEncoded() throws IOException {
        assertThat(AnswerText.of(ResponseBody.create("你好", null))).isEqualTo("你好");
        assertThat(AnswerText.ofFault(ResponseBody.create(
                        "café".getBytes(StandardCharsets.ISO_8859_1), MediaType.get("text/plain; charset=latin1"))))
                .isEqualTo("café");
        assertThat(AnswerText.ofFault(ResponseBody.create(
                        "é".getBytes(StandardCharsets.UTF_8), MediaType.get("text/plain; charset=none"))))
                .isEqualTo("é");
    }

    private ResponseBody endless() {
        return ResponseBody.create(Okio.buffer(new Endless()), null, -1);
    }

    private final class Endless implements Source {
        @Override
        public long read(Buffer sink, long count) {
            sink.writeUtf8("x".repeat((int) Math.min(count, 8192)));
            return Math.min(count, 8192);
        }

        @Override
        public Timeout timeout() {
            return Timeout.NONE;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
