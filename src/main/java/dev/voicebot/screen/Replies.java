package dev.voicebot.screen;

import dev.voicebot.chat.Exchange;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.terminal.SafeText;
import dev.voicebot.threads.Worker;
import dev.voicebot.turn.Turns;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The replies, one after the other, each on the turn thread. All methods but {@link #close} run under the line's lock. */
public final class Replies implements AutoCloseable {
    /** So long an interrupted reply may take to save what was heard. */
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(3);

    private final Turns turns;
    private final ChatDisplay display;
    private final Timings timings;
    private final Thoughts thoughts;
    private final boolean queues;
    private final ExecutorService thread = Worker.TURN.inOrder();
    // guarded by the line's lock
    private final Deque<String> queue = new ArrayDeque<>();
    private volatile @Nullable Reply current; // any thread reads
    private @Nullable Reply last;
    private Runnable questioned = () -> {};
    private Runnable answered = () -> {};
    private BooleanSupplier otherSound = () -> false;
    private CompletableFuture<Void> latestWork = CompletableFuture.completedFuture(null); // of afterAll
    private boolean held;
    private boolean leaving;

    /** {@code queues}: a question waits for the end of the running reply, instead of interrupting it. */
    public Replies(Turns turns, ChatDisplay display, Timings timings, Thoughts thoughts, boolean queues) {
        this.turns = turns;
        this.display = display;
        this.timings = timings;
        this.thoughts = thoughts;
        this.queues = queues;
    }

    /** Asks when its turn has come: at once, or after the running reply and what is queued already. */
    public void ask(String question) {
        if (queues && (current != null || !queue.isEmpty())) {
            queue.addLast(question);
            showQueue();
        } else {
            askFirst(question);
        }
    }

    /** Interrupts the running reply and asks; the new turn begins when the old one has been kept. */
    public void askFirst(String question) {
        if (interrupt()) {
            display.blankRow();
        }
        String safe = SafeText.rows(question).strip();
        begin(new Reply(turns, display, timings, thoughts, safe), () -> display.question(safe));
    }

    /** Takes up the last reply where it stopped; false when one is running. */
    public boolean goOn() {
        if (current != null) {
            return false;
        }
        begin(Reply.goingOn(turns, display, timings, thoughts), () -> {});
        return true;
    }

    /** The text of the last reply, running or not; empty when there is none. */
    public String lastText() {
        return last == null ? "" : last.text();
    }

    /** Asks what was asked last once more; false where nothing was, or a reply is running. */
    public boolean askAgain() {
        Optional<String> question = current == null ? lastQuestion() : Optional.empty();
        question.ifPresent(this::askFirst);
        return question.isPresent();
    }

    /** Of this run, else of the conversation that it resumed. */
    private Optional<String> lastQuestion() {
        Optional<String> asked = Optional.ofNullable(last).map(Reply::question).filter(question -> !question.isEmpty());
        List<Exchange> exchanges = turns.exchanges();
        return asked.or(() -> exchanges.isEmpty()
                ? Optional.empty()
                : Optional.of(exchanges.get(exchanges.size() - 1).question()));
    }

    /** Whether the last reply ended in a fault after that time, by {@link System#nanoTime()}. */
    public boolean hasFailedSince(long nanos) {
        return last != null && last.hasFailedSince(nanos);
    }

    /** The turn begins before the question is drawn; what the turn tells is drawn after, under the lock. */
    private void begin(Reply reply, Runnable announce) {
        current = reply;
        last = reply;
        reply.onSound(() -> answered.run());
        thread.execute(() -> reply.run(() -> ended(reply)));
        announce.run();
        reply.begin();
    }

    /** Halts the reply that is spoken, until {@link #resume}; false when none is. */
    public boolean halt() {
        Reply running = current;
        return running != null
                && running.isSpeaking()
                && !turns.transport().isPaused()
                && turns.transport().togglePause();
    }

    /** Goes on at the same word. */
    public void resume() {
        Reply running = current;
        if (running != null && turns.transport().isPaused()) {
            turns.transport().togglePause();
            running.showState();
        }
    }

    /** Runs when a reply was heard to its end, and that is a question; under the line's lock. */
    public void onQuestion(Runnable work) {
        questioned = work;
    }

    /** Runs when a reply begins to be heard, or to be read where it is not spoken, and when it is over. */
    public void onAnswer(Runnable work) {
        answered = work;
    }

    /** Whether a reply is on its way of which nothing was heard yet. */
    public boolean isAwaited() {
        Reply running = current;
        return running != null && running.isAwaited();
    }

    /** What {@link #interrupt} stops besides the reply; tells whether there was anything. */
    public void alsoStops(BooleanSupplier sound) {
        otherSound = sound;
    }

    /** Whether there was a reply, or another sound, to stop. */
    public boolean interrupt() {
        boolean silenced = otherSound.getAsBoolean();
        Reply running = current;
        current = null;
        if (running == null) {
            return silenced;
        }
        running.cut();
        answered.run();
        return true;
    }

    /** Nothing that is queued begins until {@link #releaseQueue}. */
    public void holdQueue() {
        held = true;
    }

    public void releaseQueue() {
        held = false;
        askNext();
    }

    /** The question queued last, which is no longer; empty when none is. */
    public List<String> takeBackLast() {
        List<String> last = queue.isEmpty() ? List.of() : List.of(queue.removeLast());
        showQueue();
        return last;
    }

    /** All that is queued, in its order, and is no longer. */
    public List<String> takeBackAll() {
        List<String> all = List.copyOf(queue);
        dropQueue();
        return all;
    }

    public void forget() {
        afterAll(() -> {
            turns.clear();
            display.later(() -> display.showEngines(true));
        });
    }

    /** Stops what runs and drops what is queued; then {@code work} runs on the turn thread, where no turn is. */
    public void afterAll(Runnable work) {
        dropQueue();
        interrupt();
        CompletableFuture<Void> done = new CompletableFuture<>();
        latestWork = done;
        thread.execute(() -> {
            try {
                work.run();
            } finally {
                done.complete(null);
            }
        });
    }

    /** Completes when all is done that {@link #afterAll} was given until now. */
    public CompletableFuture<Void> allDone() {
        return latestWork;
    }

    /** Whether a reply is on its way or being heard; any thread. */
    public boolean isRunning() {
        return current != null;
    }

    /** What an interruption would cut now. */
    public Interrupted whatIsCut() {
        Reply running = current;
        return running == null
                ? Interrupted.NOTHING
                : new Interrupted(
                        Optional.of(running.question()).filter(question -> running.isUnanswered()),
                        running.isSpeaking());
    }

    /** What is being answered; empty when nothing is. */
    public Optional<String> runningQuestion() {
        return Optional.ofNullable(current).map(Reply::question);
    }

    private void dropQueue() {
        queue.clear();
        showQueue();
    }

    private void showQueue() {
        display.queued(List.copyOf(queue));
    }

    /** Interrupts the running reply, and no row shall set it apart from what comes next. */
    public void leave() {
        leaving = true;
        queue.clear();
        interrupt();
    }

    private void ended(Reply reply) {
        display.showEngines(false); // they were seen long enough
        if (current == reply) {
            current = null;
            answered.run();
        }
        if (current == null && !leaving) {
            display.blankRow();
            askNext();
        }
        if (current == null && !leaving && reply.hasAsked()) {
            questioned.run();
        }
    }

    private void askNext() {
        if (held || leaving || current != null || queue.isEmpty()) {
            return;
        }
        String next = queue.removeFirst();
        showQueue();
        askFirst(next);
    }

    /** Ends the turn thread; call {@link #leave} before. */
    @Override
    public void close() {
        thread.shutdown();
        Interrupts.isDone(thread, LONGEST_GOODBYE);
    }
}
