package dev.voicebot.repl;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The replies, one after the other, each on the turn thread. All methods but {@link #close} run under the line's lock. */
final class Replies implements AutoCloseable {
    /** So long an interrupted reply may take to save what was heard. */
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(3);

    private final Turns turns;
    private final Board board;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> Threads.daemon("turn", work));
    // guarded by the line's lock
    private @Nullable Reply current;
    private boolean leaving;

    Replies(Turns turns, Board board) {
        this.turns = turns;
        this.board = board;
    }

    /** Interrupts the running reply and asks; the new turn begins when the old one has been kept. */
    void ask(String question) {
        if (interrupt()) {
            board.blankRow();
        }
        String safe = SafeText.rows(question).strip();
        board.question(safe);
        Reply reply = new Reply(turns, board, safe);
        current = reply;
        reply.begin();
        thread.execute(() -> reply.run(() -> ended(reply)));
    }

    /** Whether there was a reply to stop. */
    boolean interrupt() {
        Reply running = current;
        current = null;
        if (running == null) {
            return false;
        }
        running.cut();
        return true;
    }

    void forget() {
        interrupt();
        thread.execute(turns::clear);
    }

    /** Interrupts the running reply, and no row shall set it apart from what comes next. */
    void leave() {
        leaving = true;
        interrupt();
    }

    private void ended(Reply reply) {
        if (current == reply) {
            current = null;
        }
        if (current == null && !leaving) {
            board.blankRow();
        }
    }

    /** Ends the turn thread; call {@link #leave} before. */
    @Override
    public void close() {
        thread.shutdown();
        Threads.await(thread, LONGEST_GOODBYE);
    }
}
