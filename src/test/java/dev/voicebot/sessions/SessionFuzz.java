package dev.voicebot.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Any bytes as the file of a conversation. */
class SessionFuzz {
    @FuzzTest(maxDuration = "1m")
    void anyFileIsReadAndCanBeGoneOnWith(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("session", ".jsonl");
        try {
            Files.write(file, bytes);
            int turns = SessionReader.read(file).turns().size();
            SessionReader.summarize(file, RawSession.read(file));
            try (SessionFile opened = SessionFile.open(file).orElseThrow()) {
                opened.add(JsonLines.parse("{\"turn\":1000000,\"question\":\"one more\"}"));
            }

            assertThat(SessionReader.read(file).turns())
                    .hasSizeBetween(turns, turns + 1)
                    .last()
                    .returns("one more", turn -> turn.question().text());
        } finally {
            Files.delete(file);
        }
    }
}
