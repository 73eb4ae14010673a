package dev.voicebot.engine.dashscope;

import com.alibaba.dashscope.audio.asr.translation.results.Stash;
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
    private final TreeMap<Long, Sentence> growing = new TreeMap<>(); // guarded by this
    private Duration heard = Duration.ZERO; // guarded by this

    TranscriptBuilder(Consumer<Transcript> updates) {
        this.updates = updates;
    }

    /** Takes one event; one that carries only translations changes nothing. */
    void add(TranslationRecognizerResult event) {
        TranscriptionResult result = event.getTranscriptionResult();
        if (result != null && result.getText() != null) {
            updates.accept(add(result));
        }
    }

    /** All sentences; one that the service never ended counts as well. */
    synchronized Transcript whole() {
        growing.forEach(ended::putIfAbsent);
        growing.clear();
        return transcript();
    }

    /** How far into the sound the service has spoken of. */
    synchronized Duration heard() {
        return heard;
    }

    private synchronized Transcript add(TranscriptionResult result) {
        long id = number(result.getSentenceId());
        Sentence sentence = sentence(result.getText(), result.getBeginTime(), result.getEndTime());
        if (result.isSentenceEnd()) {
            growing.remove(id);
            ended.put(id, sentence);
        } else if (!ended.containsKey(id)) {
            growing.put(id, sentence);
        }
        addStash(id, result.getStash());
        if (sentence.end().compareTo(heard) > 0) {
            heard = sentence.end();
        }
        return transcript();
    }

    /** The stash holds what already belongs to the next sentence. */
    private void addStash(long current, @Nullable Stash stash) {
        growing.tailMap(current, false).clear();
        if (stash == null || stash.getText() == null || stash.getText().isBlank()) {
            return;
        }
        long id = stash.getSentenceId() == null ? current + 1 : stash.getSentenceId();
        if (!ended.containsKey(id)) {
            growing.put(id, sentence(stash.getText(), stash.getBeginTime(), stash.getEndTime()));
        }
    }

    private Transcript transcript() {
        List<Sentence> said = ended.values().stream()
                .filter(sentence -> !sentence.text().isBlank())
                .toList();
        List<Sentence> unfinished = growing.values().stream()
                .filter(sentence -> !sentence.text().isBlank())
                .toList();
        return new Transcript(said, new Transcript(unfinished, "").text());
    }

    private static Sentence sentence(String text, @Nullable Long begin, @Nullable Long end) {
        long from = number(begin);
        return new Sentence(text, Duration.ofMillis(from), Duration.ofMillis(Math.max(from, number(end))));
    }

    private static long number(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
