package dev.voicebot.audio;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Optional;

/** Any bytes as a WAV file: sound or one line, and no more of it than there are bytes. */
class WavFuzz {
    @FuzzTest(maxDuration = "1m")
    void anyBytesAreSoundOrAreRefused(byte[] bytes) {
        try (WavReader reader = WavReader.of(new ByteArrayInputStream(bytes), "test")) {
            long samples = 0;
            for (Optional<PcmFrame> frame = reader.next(512); frame.isPresent(); frame = reader.next(512)) {
                samples += frame.get().samples().length;
            }

            assertThat(samples).isLessThanOrEqualTo(bytes.length);
            reader.length().ifPresent(length -> assertThat(length).isGreaterThanOrEqualTo(Duration.ZERO));
        } catch (AssistantException e) {
            assertThat(e.kind()).isEqualTo(FaultKind.USAGE);
        }
    }
}
