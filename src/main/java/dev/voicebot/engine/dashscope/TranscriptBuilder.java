package dev.voicebot.engine.dashscope;

import com.alibaba.dashscope.audio.asr.translation.results.Stash;
import com.alibaba.dashscope.audio.asr.translation.results.TranscriptionResult;
import com.alibaba.dashscope.audio.asr.translation.results.TranslationRecognizerResult;
import com.alibaba.dashscope.audio.asr.translation.results.Word;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.recognition.Translation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts a transcript together from events that revise a sentence until it ends; events come one at a time. With a
 * translation, a sentence has ended when its translation has, which comes in events of its own.
 */
final class TranscriptBuilder {
    private final Consumer<Transcript> updates;
    private final Optional<String> translateTo;
    private final TreeMap<Long, Translation> translations = new TreeMap<>(); // ended ones; guarded by this
    private final TreeMap<Long, Sentence> ended = new TreeMap<>(); // guarded by this
    private final TreeMap<Long, Sentence> growing = new TreeMap<>(); // guarded by this
    private Duration heard = Duration.ZERO; // guarded by this

    private boolean over; // guarded by this

    TranscriptBuilder(Consumer<Transcript> updates) {
        this(updates, Optional.empty());
    }

    /** {@code translateTo} is the language of the translation that every sentence waits for. */
    TranscriptBuilder(Consumer<Transcript> updates, Optional<String> translateTo) {
        this.updates = updates;
        this.translateTo = translateTo;
    }

    /** Takes one event; it may carry a transcription, a translation, or both. */
    void add(TranslationRecognizerResult event) {
        Optional<Transcript> translated = translateTo.flatMap(language -> addTranslation(event, language));
        TranscriptionResult result = event.getTranscriptionResult();
        if (result != null && result.getText() != null) {
            updates.accept(add(result));
        } else {
            translated.ifPresent(updates);
        }
    }

    /** All sentences; one that the service never ended counts as well. */
    synchronized Transcript whole() {
        growing.forEach(ended::putIfAbsent);
        growing.clear();
        over = true;
        return transcript();
    }

    /** How far into the sound the service has spoken of. */
    synchronized Duration heard() {
        return heard;
    }

    private synchronized Transcript add(TranscriptionResult result) {
        long id = number(result.getSentenceId());
        Sentence sentence = sentence(result.getText(), result.getBeginTime(), result.getEndTime(), result.getWords());
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
            growing.put(id, sentence(stash.getText(), stash.getBeginTime(), stash.getEndTime(), null));
        }
    }

    private synchronized Optional<Transcript> addTranslation(TranslationRecognizerResult event, String language) {
        var given = event.getTranslationResult() == null
                ? null
                : event.getTranslationResult().getTranslation(language);
        if (given == null || given.getText() == null || !given.isSentenceEnd()) {
            return Optional.empty();
        }
        String text = given.getText().strip();
        translations.put(
                number(given.getSentenceId()), new Translation(language, text, TimedWords.of(text, given.getWords())));
        return Optional.of(transcript());
    }

    private Transcript transcript() {
        List<Sentence> said = new ArrayList<>();
        List<Sentence> unfinished = new ArrayList<>();
        ended.forEach((id, sentence) -> (isFinal(id) ? said : unfinished).add(translated(id, sentence)));
        unfinished.addAll(growing.values());
        said.removeIf(sentence -> sentence.text().isBlank());
        unfinished.removeIf(sentence -> sentence.text().isBlank());
        return new Transcript(said, new Transcript(unfinished, "").text());
    }

    /** A later translation means that this one will not come any more. */
    private boolean isFinal(long id) {
        return over || translateTo.isEmpty() || !translations.tailMap(id).isEmpty();
    }

    private Sentence translated(long id, Sentence sentence) {
        Translation translation = translations.get(id);
        return translation == null || translation.text().isEmpty() ? sentence : sentence.with(translation);
    }

    private static Sentence sentence(
            String text, @Nullable Long begin, @Nullable Long end, @Nullable List<Word> words) {
        long from = number(begin);
        return new Sentence(
                text,
                Duration.ofMillis(from),
                Duration.ofMillis(Math.max(from, number(end))),
                TimedWords.of(text, words),
                Optional.empty());
    }

    private static long number(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
