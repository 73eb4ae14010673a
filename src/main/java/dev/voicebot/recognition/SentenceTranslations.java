package dev.voicebot.recognition;

import static dev.voicebot.text.Messages.tr;
import static dev.voicebot.text.Messages.trn;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.threads.Worker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** The translations of one talk's sentences, made one after the other on thread {@code translating}. */
final class SentenceTranslations implements AutoCloseable {
    private final Translator translator;
    private final String language;
    private final Consumer<String> notices;
    private final Consumer<Transcript> updates;
    private final Cancellation cancellation;
    private final ExecutorService translating = Worker.TRANSLATING.inOrder();

    @GuardedBy("this")
    private final Set<Sentence> asked = new HashSet<>();

    @GuardedBy("this")
    private final Map<Sentence, Sentence> done = new HashMap<>(); // by the untranslated one; itself where that failed

    @GuardedBy("this")
    private Transcript latest = Transcript.EMPTY;

    @GuardedBy("this")
    private int failed;

    SentenceTranslations(
            Translator translator,
            String language,
            Consumer<String> notices,
            Consumer<Transcript> updates,
            Cancellation cancellation) {
        this.translator = translator;
        this.language = language;
        this.notices = notices;
        this.updates = updates;
        this.cancellation = cancellation;
    }

    /** Takes an update of the recognizer. */
    synchronized void take(Transcript update) {
        latest = update;
        for (Sentence sentence : update.sentences()) {
            if (asked.add(sentence)) {
                ask(sentence);
            }
        }
        tell();
    }

    /** Waits for all translations of {@code whole}; throws when one is missing. */
    Transcript finish(Transcript whole) {
        take(whole);
        try {
            CompletableFuture.runAsync(() -> {}, translating).join(); // behind all others
        } catch (CompletionException | CancellationException e) {
            throw AssistantException.interrupted();
        }
        cancellation.throwIfCancelled();
        return translated(whole);
    }

    @Override
    public void close() {
        translating.shutdownNow();
    }

    @GuardedBy("this")
    private void ask(Sentence sentence) {
        if (sentence.translation().isPresent() || sentence.text().isBlank()) {
            done.put(sentence, sentence);
        } else {
            translating.execute(() -> translate(sentence));
        }
    }

    private void translate(Sentence sentence) {
        Sentence result = sentence;
        Optional<String> trouble = Optional.empty();
        try {
            String text = translator.translate(sentence.text(), language, cancellation);
            result = sentence.with(new Translation(language, text, List.of()));
        } catch (AssistantException e) {
            trouble = Optional.of(e.userMessage());
        }
        put(sentence, result, trouble);
    }

    private synchronized void put(Sentence sentence, Sentence result, Optional<String> trouble) {
        if (cancellation.isCancelled()) {
            return;
        }
        done.put(sentence, result);
        if (trouble.isPresent() && failed++ == 0) {
            notices.accept(tr("A sentence was not translated: %s", trouble.get()));
        }
        tell();
    }

    /** A sentence is told of once those before it are translated. */
    @GuardedBy("this")
    private void tell() {
        List<Sentence> ended = new ArrayList<>();
        List<Sentence> waiting = new ArrayList<>();
        for (Sentence sentence : latest.sentences()) {
            Sentence result = done.get(sentence);
            if (result != null && waiting.isEmpty()) {
                ended.add(result);
            } else {
                waiting.add(sentence);
            }
        }
        updates.accept(new Transcript(ended, new Transcript(waiting, latest.unfinished()).text()));
    }

    private synchronized Transcript translated(Transcript whole) {
        if (failed > 0) {
            throw new AssistantException(
                    FaultKind.SERVICE,
                    trn(
                            "%d sentence was not translated. Try again.",
                            "%d sentences were not translated. Try again.", failed, failed));
        }
        Map<Sentence, Sentence> results = Map.copyOf(done);
        return new Transcript(whole.sentences().stream().map(results::get).toList(), whole.unfinished());
    }
}
