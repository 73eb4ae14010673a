package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Any bytes as a text that is given to the program. */
class TextFuzz {
    @FuzzTest(maxDuration = "1m")
    void anyBytesAreTextOrAreRefused(byte[] bytes) throws IOException {
        try (TextInput input = new TextInput(new ByteArrayInputStream(bytes), "test", line -> {})) {
            String text = input.readAll();

            assertThat(text).hasSizeLessThanOrEqualTo(bytes.length).doesNotContain("\0");
        } catch (AssistantException e) {
            assertThat(e.kind()).isEqualTo(FaultKind.USAGE);
        }
    }
}
