package dev.voicebot.engine.dashscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.gson.JsonObject;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.Transcript;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Any text as an event of the speech service: what can be understood is, the rest is not there. */
class ServiceEventFuzz {
    @FuzzTest(maxDuration = "1m")
    void whateverTheServiceSendsIsATranscriptOrIsLeftOut(byte[] bytes) {
        TranscriptBuilder transcript = new TranscriptBuilder(update -> {});
        transcript.nextTask(Duration.ofSeconds(1), Optional.of("en"));
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            Optional<JsonObject> payload = Json.object(line);
            payload.flatMap(RecognitionEvent::of).ifPresent(transcript::add);
            payload.ifPresent(SynthesisEvent::of);
        }

        Transcript whole = transcript.whole();

        assertThat(whole.sentences()).extracting(Sentence::text).noneMatch(String::isBlank);
    }
}
