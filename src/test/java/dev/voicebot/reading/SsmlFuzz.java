package dev.voicebot.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.nio.charset.StandardCharsets;

/** Any text as SSML: written again of what is known, or one line. */
class SsmlFuzz {
    @FuzzTest(maxDuration = "1m")
    void anyDocumentIsMadeSafeOrIsRefused(byte[] bytes) {
        try {
            String safe = Ssml.safe(new String(bytes, StandardCharsets.UTF_8));

            assertThat(safe).doesNotContain("<!", "<?");
            assertThat(Ssml.safe(safe)).isEqualTo(safe);
        } catch (AssistantException e) {
            assertThat(e.kind()).isEqualTo(FaultKind.USAGE);
        }
    }
}
