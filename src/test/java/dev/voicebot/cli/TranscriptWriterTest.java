package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.transcripts.FormatName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TranscriptWriterTest {
    private final List<String> written = new ArrayList<>();
    private final TranscriptWriter writer = new TranscriptWriter(
            FormatName.JSONL.start(new FormatName.Wishes(Optional.empty(), false, true)), written::add, sentence -> {});

    @Test
    void aPartialThatDoesNotChangeIsToldOnce() {
        writer.update(unfinished("what can"));
        writer.update(unfinished("what can"));
        writer.update(unfinished("what can you"));

        assertThat(written).hasSize(2);
        assertThat(written.get(1)).contains("what can you");
    }

    @Test
    void theNextSentenceMayBeginLikeTheOneBefore() {
        writer.update(unfinished("no"));
        writer.update(new Transcript(List.of(new Sentence("no", Duration.ZERO, Duration.ofSeconds(1))), ""));
        writer.update(new Transcript(List.of(new Sentence("no", Duration.ZERO, Duration.ofSeconds(1))), "no"));

        assertThat(written).hasSize(3);
        assertThat(written.get(2)).contains("\"partial\"");
    }

    private static Transcript unfinished(String text) {
        return new Transcript(List.of(), text);
    }
}
