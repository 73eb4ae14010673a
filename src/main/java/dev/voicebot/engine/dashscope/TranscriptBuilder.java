package dev.voicebot.engine.dashscope;

import com.alibaba.dashscope.audio.asr.translation.results.TranscriptionResult;
import com.alibaba.dashscope.audio.asr.translation.results.TranslationRecognizerResult;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts a transcript together from events that revise a sentence until it ends; events come one at a time. */
final class TranscriptBuilder {
    private final Consumer<Transcript> updates;
    private final TreeMap<Long, Sentence> ended = new TreeMap<>(); // guarded by this
    private final TreeMap<Long, String> growing = new TreeMap<>(); // guarded by this

    TranscriptBuilder(Consumer<Transcript> updates) {
        this.updates = updates;
    }

    /** Takes one event; one that carries only translations changes nothing. */
    void add(TranslationRecognizerResult event) {
        TranscriptionResult result = event.getTranscriptionResult();
        if (result == null || result.getText() == null) {
            return;
        }
        updates.accept(add(result));
    }

    /** All sentences; one that the service never ended counts as well. */
    synchronized Transcript whole() {
        growing.forEach((id, text) -> ended.putIfAbsent(id, new Sentence(text, Duration.ZERO, Duration.ZERO)));
        List<Sentence> said = ended.values().stream()
                .filter(sentence -> !sentence.text().isBlank())
                .toList();
        return new Transcript(said, "");
    }

    private synchronized Transcript add(TranscriptionResult result) {
        long id = millis(result.getSentenceId());
        if (result.isSentenceEnd()) {
            growing.remove(id);
            ended.put(
                    id,
                    new Sentence(
                            result.getText(),
                            Duration.ofMillis(millis(result.getBeginTime())),
                            Duration.ofMillis(millis(result.getEndTime()))));
        } else {
            growing.put(id, result.getText());
        }
        return new Transcript(List.copyOf(ended.values()), String.join("", growing.values()));
    }

    private static long millis(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
