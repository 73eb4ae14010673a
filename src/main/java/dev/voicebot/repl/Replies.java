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
    private @Nullable Reply current; // guarded by the line's lock

    Replies(Turns turns, Board board) {
        this.turns = turns;
        this.board = board;
    }

    /** Interrupts the running reply and asks; the new turn begins when the old one has been kept. */
    void ask(String question) {
        interrupt();
        String safe = SafeText.rows(question).strip();
        board.print(board.look().question(safe));
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

    private void ended(Reply reply) {
        if (current == reply) {
            current = null;
        }
        if (current == null) {
            board.print(board.look().plain(""));
        }
    }

    /** Ends the turn thread; the reply must have been interrupted. */
    @Override
    public void close() {
        thread.shutdown();
        Threads.await(thread, LONGEST_GOODBYE);
    }
}
