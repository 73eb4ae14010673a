package dev.voicebot.repl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to be seen: finished rows above, then the prompt with the row that is still growing, the state and the line.
 * Other threads hand their work to {@link #later}, which never blocks; all else runs under the line's lock.
 */
final class Board implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Board.class);

    /** A long draft shows its end. */
    private static final int DRAFT_ROWS = 3;

    private static final int QUEUED_ROWS = 3;

    private final ChatLine line;
    private final Look look;
    private final long redrawNanos;
    private final ScheduledThreadPoolExecutor thread;
    // guarded by the line's lock
    private final List<AttributedString> rows = new ArrayList<>();
    private AttributedString open = AttributedString.EMPTY;
    private String state = "";
    private List<String> queued = List.of();
    private boolean redrawPlanned;
    private long lastRedraw;

    Board(ChatLine line, Look look, Duration redrawInterval) {
        this.line = line;
        this.look = look;
        this.redrawNanos = redrawInterval.toNanos();
        this.lastRedraw = System.nanoTime() - redrawNanos;
        this.thread = new ScheduledThreadPoolExecutor(1, work -> Threads.daemon("screen", work), new DiscardPolicy());
        thread.setRemoveOnCancelPolicy(true);
    }

    /** Runs {@code work} on the screen's thread under the line's lock, in the order of the calls. */
    void later(Runnable work) {
        thread.execute(() -> run(work));
    }

    void later(Runnable work, Duration delay) {
        Future<?> unused = thread.schedule(() -> run(work), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void run(Runnable work) {
        try {
            line.hold(work);
        } catch (RuntimeException e) {
            LOG.error("the screen failed", e);
        }
    }

    int columns() {
        return line.columns();
    }

    void plain(String text) {
        print(text, look::plain);
    }

    void dim(String text) {
        print(text, look::dim);
    }

    /** Something the user should know. */
    void notice(String text) {
        print(text, look::notice);
    }

    private void print(String text, Function<String, AttributedString> style) {
        RowBreaker.rows(SafeText.row(text), columns()).forEach(row -> rows.add(style.apply(row)));
        redraw();
    }

    void blankRow() {
        rows.add(AttributedString.EMPTY);
        redraw();
    }

    /** The user's own words, where they stay to be read. */
    void question(String text) {
        List<String> broken = RowBreaker.rows(text, Math.max(1, columns() - Look.INDENT));
        for (int i = 0; i < broken.size(); i++) {
            rows.add(look.question(broken.get(i), i == 0));
        }
        redraw();
    }

    /** A growing text: its finished rows and the open one. Redrawn at once, then at most once an interval. */
    void grow(List<String> finished, String openRow) {
        finished.forEach(row -> rows.add(look.plain(row)));
        growing(look.plain(openRow));
    }

    /** A text that may still change, as long as it is shown. */
    void draft(String text) {
        List<String> broken = RowBreaker.rows(text, columns());
        List<String> last = broken.subList(Math.max(0, broken.size() - DRAFT_ROWS), broken.size());
        growing(look.dim(String.join("\n", last)));
    }

    private void growing(AttributedString text) {
        open = text;
        if (redrawPlanned) {
            return;
        }
        long wait = lastRedraw + redrawNanos - System.nanoTime();
        if (wait <= 0) {
            redraw();
            return;
        }
        redrawPlanned = true;
        later(this::redrawPlanned, Duration.ofNanos(wait));
    }

    /** One or two words before the prompt. */
    void state(String words) {
        if (!state.equals(words)) {
            state = words;
            redraw();
        }
    }

    /** Questions that wait for their turn, the next one first. */
    void queued(List<String> questions) {
        if (!queued.equals(questions)) {
            queued = List.copyOf(questions);
            redraw();
        }
    }

    /** Shows the line anew after its text changed from outside a key's action. */
    void refresh() {
        redraw();
    }

    private void redrawPlanned() {
        if (redrawPlanned) {
            redraw();
        }
    }

    private void redraw() {
        redrawPlanned = false;
        lastRedraw = System.nanoTime();
        AttributedStringBuilder above = new AttributedStringBuilder();
        rows.forEach(row -> above.append(row).append("\n"));
        rows.clear();
        line.show(above.toAttributedString(), prompt());
    }

    private AttributedString prompt() {
        AttributedStringBuilder prompt = new AttributedStringBuilder();
        if (open.length() > 0) {
            prompt.append(open).append("\n");
        }
        waiting().forEach(row -> prompt.append(look.dim(row)).append("\n"));
        String words = stateWords();
        if (!words.isEmpty()) {
            prompt.append(look.dim(words + " "));
        }
        return prompt.append(look.prompt()).toAttributedString();
    }

    private List<String> waiting() {
        List<String> shown = new ArrayList<>();
        queued.stream().limit(QUEUED_ROWS).forEach(question -> shown.add(oneRow("queued: " + question)));
        if (queued.size() > QUEUED_ROWS) {
            shown.add(oneRow("… and " + (queued.size() - QUEUED_ROWS) + " more"));
        }
        return shown;
    }

    private String oneRow(String text) {
        return TextColumns.fit(SafeText.row(text), Math.max(2, columns() - 1));
    }

    private String stateWords() {
        if (queued.isEmpty()) {
            return state;
        }
        String count = "queued " + queued.size();
        return state.isEmpty() ? count : state + " · " + count;
    }

    /** Shows what was handed over until now, and nothing more. */
    @Override
    public void close() {
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.shutdown();
        Threads.await(thread, Duration.ofSeconds(1));
    }
}
