package dev.voicebot.engine.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes for ever, a piece each second by a clock that only the pieces move. */
class PatientSourceTest {
    private static final String WORD = "data: {\"choices\":[{\"delta\":{\"content\":\"well\"}}]}\n\n";

    private long nanos;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "\n",
                ": keep-alive\n\n",
                "data: {\"choices\":[{\"delta\":{\"content\":\"\"}}]}\n\n",
                "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}\n\n",
                "data: {\"choices\":[]}\n\n"
            })
    void whatHasNoWordInItIsGivenUp(String piece) {
        BufferedSource lines = lines(piece);

        assertThatThrownBy(() -> readForEver(lines)).isInstanceOf(SocketTimeoutException.class);
        assertThat(Duration.ofNanos(nanos)).isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void wordsThatGoOnAreWaitedFor() throws IOException {
        BufferedSource lines = lines(WORD);

        for (int i = 0; i < 10_000; i++) {
            assertThat(lines.readUtf8Line()).isNotNull();
        }
    }

    @Test
    void aLineWithoutAnEndIsNotKept() {
        PatientSource quick = new PatientSource(endless("x".repeat(8192)), Duration.ofDays(1000), 0, () -> 0);

        assertThatThrownBy(() -> readForEver(Okio.buffer(new EventLines(Okio.buffer(quick), quick::word))))
                .hasMessageContaining("without an end");
    }

    private BufferedSource lines(String piece) {
        PatientSource patient = new PatientSource(endless(piece), Duration.ofSeconds(60), 0, () -> nanos);
        return Okio.buffer(new EventLines(Okio.buffer(patient), patient::word));
    }

    private static void readForEver(BufferedSource lines) throws IOException {
        while (lines.readUtf8Line() != null) {
            // the next one
        }
    }

    private Source endless(String piece) {
        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
        return new Source() {
            @Override
            public long read(Buffer sink, long most) {
                nanos += TimeUnit.SECONDS.toNanos(1);
                sink.write(bytes);
                return bytes.length;
            }

            @Override
            public Timeout timeout() {
                return Timeout.NONE;
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
