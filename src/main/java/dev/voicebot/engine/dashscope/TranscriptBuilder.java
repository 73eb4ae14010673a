package dev.voicebot.engine.dashscope;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.engine.dashscope.RecognitionEvent.Part;
import dev.voicebot.engine.dashscope.RecognitionEvent.Translated;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.recognition.Translation;
import dev.voicebot.recognition.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Puts a transcript together from events that revise a sentence until it ends; events come one at a time. With a
 * translation, a sentence has ended when its translation has, which comes in events of its own. A talk may take several
 * tasks: a sentence that ended in one stays, one that did not is heard again by the next.
 */
final class TranscriptBuilder {
    private final Consumer<Transcript> updates;

    @GuardedBy("this")
    private final List<Sentence> earlier = new ArrayList<>(); // of tasks that are over

    @GuardedBy("this")
    private final TreeMap<Long, Translation> translations = new TreeMap<>(); // ended ones

    @GuardedBy("this")
    private final TreeMap<Long, Sentence> ended = new TreeMap<>();

    @GuardedBy("this")
    private final TreeMap<Long, Sentence> growing = new TreeMap<>();

    @GuardedBy("this")
    private Optional<String> translateTo = Optional.empty();

    @GuardedBy("this")
    private Duration taskBegin = Duration.ZERO;

    @GuardedBy("this")
    private Duration heard = Duration.ZERO;

    @GuardedBy("this")
    private boolean over;

    TranscriptBuilder(Consumer<Transcript> updates) {
        this.updates = updates;
    }

    void add(RecognitionEvent event) {
        boolean isTranslated = addTranslations(event.translations());
        event.sentence().ifPresent(sentence -> add(sentence, event.next()));
        if (isTranslated || event.sentence().isPresent()) {
            updates.accept(transcript());
        }
    }

    /**
     * What comes from now on is of another task, which begins so far into the sound; {@code language} is that of the
     * translation that every sentence waits for.
     */
    synchronized void nextTask(Duration begin, Optional<String> language) {
        earlier.addAll(finalSentences());
        translations.clear();
        ended.clear();
        growing.clear();
        translateTo = language;
        taskBegin = begin;
        heard = begin;
    }

    /** All sentences; one that the service never ended counts as well. */
    synchronized Transcript whole() {
        growing.forEach(ended::putIfAbsent);
        growing.clear();
        over = true;
        return transcript();
    }

    /** Of what this task has told so far, in characters. */
    synchronized long length() {
        return Stream.concat(ended.values().stream(), growing.values().stream())
                        .mapToLong(sentence -> sentence.text().length())
                        .sum()
                + translations.values().stream()
                        .mapToLong(translation -> translation.text().length())
                        .sum();
    }

    /** How far into the sound the service has spoken of. */
    synchronized Duration heard() {
        return heard;
    }

    /** How far into the sound the last sentence ended that will not change any more; zero before the first. */
    synchronized Duration endOfSentences() {
        List<Sentence> said = finalSentences();
        List<Sentence> last = said.isEmpty() ? earlier : said;
        return last.isEmpty() ? Duration.ZERO : last.get(last.size() - 1).end();
    }

    synchronized boolean isInSentence() {
        return !unfinished().isEmpty();
    }

    private synchronized void add(Part part, Optional<Part> next) {
        long id = part.id().orElseGet(this::afterEnded);
        Sentence sentence = sentence(part);
        if (part.isEnded()) {
            growing.remove(id);
            ended.put(id, sentence);
        } else if (!ended.containsKey(id)) {
            growing.put(id, sentence);
        }
        growing.tailMap(id, false).clear();
        next.filter(stash -> !stash.text().isBlank()).ifPresent(stash -> {
            long nextId = stash.id().orElse(id + 1);
            if (!ended.containsKey(nextId)) {
                growing.put(nextId, sentence(stash));
            }
        });
        if (sentence.end().compareTo(heard) > 0) {
            heard = sentence.end();
        }
    }

    private synchronized boolean addTranslations(List<Translated> given) {
        Optional<String> language = translateTo;
        List<Translated> wanted = given.stream()
                .filter(one -> one.isEnded()
                        && language.filter(one.language()::equalsIgnoreCase).isPresent())
                .toList();
        for (Translated one : wanted) {
            long id = one.id().orElseGet(() -> Math.max(0, afterEnded() - 1));
            translations.put(id, new Translation(language.orElse(""), one.text(), inTalk(one.words())));
        }
        return !wanted.isEmpty();
    }

    private synchronized long afterEnded() {
        return ended.isEmpty() ? 0 : ended.lastKey() + 1;
    }

    private synchronized Transcript transcript() {
        List<Sentence> said = new ArrayList<>(earlier);
        said.addAll(finalSentences());
        return new Transcript(said, new Transcript(unfinished(), "").text());
    }

    @GuardedBy("this")
    private List<Sentence> finalSentences() {
        return ended.entrySet().stream()
                .filter(entry -> isFinal(entry.getKey()))
                .map(entry -> translated(entry.getKey(), entry.getValue()))
                .filter(sentence -> !sentence.text().isBlank())
                .toList();
    }

    @GuardedBy("this")
    private List<Sentence> unfinished() {
        List<Sentence> unfinished = new ArrayList<>();
        ended.forEach((id, sentence) -> {
            if (!isFinal(id)) {
                unfinished.add(sentence);
            }
        });
        unfinished.addAll(growing.values());
        unfinished.removeIf(sentence -> sentence.text().isBlank());
        return unfinished;
    }

    /** A later translation means that this one will not come any more. */
    private synchronized boolean isFinal(long id) {
        return over || translateTo.isEmpty() || !translations.tailMap(id).isEmpty();
    }

    private synchronized Sentence translated(long id, Sentence sentence) {
        Translation translation = translations.get(id);
        return translation == null || translation.text().isEmpty() ? sentence : sentence.with(translation);
    }

    private synchronized Sentence sentence(Part part) {
        return new Sentence(
                part.text(),
                part.begin().plus(taskBegin),
                part.end().plus(taskBegin),
                inTalk(part.words()),
                Optional.empty());
    }

    private synchronized List<Word> inTalk(List<Word> words) {
        Duration origin = taskBegin;
        return words.stream()
                .map(word -> new Word(
                        word.text(), word.begin().plus(origin), word.end().plus(origin), word.punctuation()))
                .toList();
    }
}
