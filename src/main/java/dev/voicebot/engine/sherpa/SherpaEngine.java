package dev.voicebot.engine.sherpa;

import static dev.voicebot.text.Messages.tr;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.engine.sherpa.child.EngineModel;
import dev.voicebot.engine.sherpa.child.Message;
import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.threads.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The processes that speak and recognize, one for each piece of work that goes on. One that has nothing to do waits for
 * more, and ends after a while, which gives its memory back. Any thread.
 */
public final class SherpaEngine implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration UNUSED = Duration.ofMinutes(5);
    private static final Duration DROPPED = Duration.ofSeconds(2);
    private static final int MOST_THREADS = 4;

    private final Path library;
    private final Duration patience;
    private final Duration unused;
    private final ScheduledThreadPoolExecutor later = Worker.ENGINE_IDLE.scheduled();

    @GuardedBy("this")
    private final Deque<EngineChild> waiting = new ArrayDeque<>();

    @GuardedBy("this")
    private final Set<EngineChild> all = new HashSet<>();

    @GuardedBy("this")
    private boolean isClosed;

    /** Starts nothing yet; {@code library} is sherpa-onnx's C library, with those it needs beside it. */
    public SherpaEngine(Path library) {
        this(library, PATIENCE, UNUSED);
    }

    /**
     * As above.
     *
     * @param patience how long a process may say nothing while it has work
     * @param unused how long it is kept without any
     */
    SherpaEngine(Path library, Duration patience, Duration unused) {
        this.library = library;
        this.patience = patience;
        this.unused = unused;
    }

    Duration patience() {
        return patience;
    }

    /** The message that loads a model; {@code language} may be empty. */
    static EngineModel described(LocalModel model, String language) {
        return described(model, language, "");
    }

    /** The same of one that listens for {@code phrases}, or expects them. */
    static EngineModel described(LocalModel model, String language, String phrases) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new EngineModel(
                model.kind(),
                model.files().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, file -> file.getValue().toString())),
                language,
                phrases,
                Math.max(1, Math.min(MOST_THREADS, cores - 1)));
    }

    /**
     * A process that has loaded the model and is the caller's alone, until {@link #giveBack} or {@link #giveUp}.
     *
     * @throws AssistantException FAILED when the model cannot be loaded; INTERRUPTED soon after the cancel
     */
    EngineChild borrow(EngineModel model, String name, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        Optional<EngineChild> ready = takeWaiting(model);
        return ready.isPresent() ? ready.get() : started(model, name, cancellation);
    }

    private EngineChild started(EngineModel model, String name, Cancellation cancellation) {
        EngineChild child = added(EngineChild.start(model));
        EngineWork loading = new EngineWork();
        try (Cancellation.Registration cancel =
                cancellation.onCancel(() -> loading.fail(AssistantException.interrupted()))) {
            child.begin(loading, model.load(library.toString()));
            loading.awaitEnd(patience);
            return child;
        } catch (AssistantException e) {
            boolean isKilled = child.isKilled(); // asked before we end it ourselves
            end(child);
            cancellation.throwIfCancelled();
            throw new AssistantException(
                    FaultKind.FAILED,
                    isKilled
                            ? tr(
                                    "The system ended the local speech engine while it loaded %s: too little memory?",
                                    name)
                            : tr("Cannot load the model %1$s. It may be damaged; run: voicebot models pull %1$s", name),
                    e);
        }
    }

    /** Its work is done. */
    void giveBack(EngineChild child) {
        if (keep(child)) {
            after(unused, () -> endUnused(child));
        } else {
            end(child);
        }
    }

    /** Nobody wants its work any more: it gives that up soon and can be used again, or is ended. Returns at once. */
    void giveUp(EngineChild child) {
        Dropping dropping = new Dropping(child);
        try {
            child.begin(dropping, Message.of(Message.DROP));
            after(DROPPED, dropping::check);
        } catch (AssistantException e) {
            end(child);
        }
    }

    /** Ends every process. */
    @Override
    public void close() {
        Set<EngineChild> ended;
        synchronized (this) {
            isClosed = true;
            ended = Set.copyOf(all);
            all.clear();
            waiting.clear();
        }
        later.shutdownNow();
        ended.forEach(EngineChild::close);
    }

    private synchronized void after(Duration time, Runnable work) {
        if (!isClosed) {
            var unused = later.schedule(work, time.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private synchronized EngineChild added(EngineChild child) {
        all.add(child);
        return child;
    }

    /** Those with the same model for another language, or that have died, are ended by the way. */
    private synchronized Optional<EngineChild> takeWaiting(EngineModel model) {
        for (EngineChild child : List.copyOf(waiting)) {
            if (child.isAlive() && child.model().equals(model)) {
                waiting.remove(child);
                return Optional.of(child);
            }
            if (!child.isAlive() || child.model().files().equals(model.files())) {
                waiting.remove(child);
                end(child);
            }
        }
        return Optional.empty();
    }

    private synchronized boolean keep(EngineChild child) {
        if (isClosed || !child.isAlive()) {
            return false;
        }
        child.unused();
        waiting.push(child);
        return true;
    }

    private synchronized void endUnused(EngineChild child) {
        boolean isLong = System.nanoTime() - child.unusedSince() >= unused.toNanos();
        if (isLong && waiting.remove(child)) {
            end(child);
        }
    }

    private synchronized void end(EngineChild child) {
        all.remove(child);
        child.close();
    }

    /** Waits for the process to say that it has dropped its work. */
    private final class Dropping extends EngineWork {
        private final EngineChild child;
        private volatile boolean isDropped;

        Dropping(EngineChild child) {
            this.child = child;
        }

        @Override
        void answer(Message message) {
            if (message.number(Message.DROPPED) > 0) { // else an answer to the work before
                isDropped = true;
                giveBack(child);
            }
        }

        void check() {
            if (!isDropped) {
                end(child);
            }
        }
    }
}
