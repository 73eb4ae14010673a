package dev.voicebot.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Any bytes over the control socket, on either side. */
class ControlFuzz {
    @FuzzTest(maxDuration = "1m")
    void anyLineIsACommandOrAnAnswerOrIsRefused(byte[] bytes) {
        String line = new String(bytes, StandardCharsets.UTF_8).strip();
        Verb.of(line).ifPresent(verb -> assertThat(verb.word()).isEqualTo(line));

        Optional<Reply> reply = Reply.of(line);

        reply.ifPresent(told -> {
            assertThat(told.line()).doesNotContain("\n");
            assertThat(Reply.of(told.line())).isPresent();
            StatusJson.of(told.status());
            StatusJson.row(told.status());
        });
    }
}
