package dev.voicebot.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Any bytes as the words beside a saved reply. */
class SidecarFuzz {
    @FuzzTest(maxDuration = "1m")
    void anyFileHasWordsOrIsNone(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("reply", ".json");
        try {
            Files.write(file, bytes);
            Sidecar words = Sidecar.read(file);
            words.write(file);

            assertThat(Sidecar.read(file))
                    .returns(words.details(), Sidecar::details)
                    .returns(words.said(), Sidecar::said)
                    .returns(words.time().toInstant(), again -> again.time().toInstant());
        } catch (IOException e) {
            assertThat(e).isNotInstanceOf(NoSuchFileException.class);
        } finally {
            Files.delete(file);
        }
    }
}
