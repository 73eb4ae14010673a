package dev.voicebot.screen;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.Theme;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.terminal.NamedRows;
import dev.voicebot.terminal.RowBreaker;
import dev.voicebot.terminal.SafeText;
import dev.voicebot.terminal.TextColumns;
import dev.voicebot.terminal.TextStyles;
import dev.voicebot.threads.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to be seen: finished rows above, then the prompt with the row that is still growing, the state and the line.
 * Other threads hand their work to {@link #later}, which never blocks; all else runs under the line's lock.
 */
public class ChatDisplay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChatDisplay.class);

    /** Redraws that cost much come less often: so many times its own length is left to others after each. */
    private static final int IDLE_SHARE = 4;

    private static final int QUEUED_ROWS = 3;
    private static final int MOST_LISTED = 12;

    private final ChatLine line;
    private TextStyles styles; // guarded by the line's lock
    private final long redrawNanos;
    private final ScheduledThreadPoolExecutor thread;
    // guarded by the line's lock
    private final List<AttributedString> rows = new ArrayList<>();
    private RowBreaker thoughts = new RowBreaker();
    private @Nullable ReplyText reply; // while something of it may still change
    private Supplier<List<String>> engines = List::of;
    private boolean showsEngines = true;
    private ChatState state = ChatState.Still.IDLE;
    private ChatState idle = ChatState.Still.IDLE;
    private List<String> queued = List.of();
    private boolean redrawPlanned;
    private long nextRedraw;

    /** For the eye; {@link PlainDisplay} is the one for screen readers. */
    public static ChatDisplay on(ChatLine line, TextStyles styles, Duration redrawInterval) {
        return new ChatDisplay(line, styles, redrawInterval);
    }

    ChatDisplay(ChatLine line, TextStyles styles, Duration redrawInterval) {
        this.line = line;
        this.styles = styles;
        this.redrawNanos = redrawInterval.toNanos();
        this.nextRedraw = System.nanoTime();
        this.thread = Worker.SCREEN.scheduled();
        thread.setRejectedExecutionHandler(new DiscardPolicy());
        thread.setRemoveOnCancelPolicy(true);
        line.onResize(this::prompt, this::redraw);
    }

    /** Runs {@code work} on the screen's thread under the line's lock, in the order of the calls. */
    public void later(Runnable work) {
        thread.execute(() -> run(work));
    }

    public void later(Runnable work, Duration delay) {
        Future<?> unused = thread.schedule(() -> run(work), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void run(Runnable work) {
        try {
            line.hold(work);
        } catch (RuntimeException e) {
            LOG.error("the screen failed", e);
        }
    }

    public int columns() {
        return line.columns();
    }

    public void plain(String text) {
        print(text, styles::plain);
    }

    public void dim(String text) {
        print(text, styles::dim);
    }

    /** Something the user should know. */
    public void notice(String text) {
        print(text, styles::notice);
    }

    /** What became of a reply, at its place. */
    void mark(String words) {
        dim("[" + words + "]");
    }

    void askYesNo(String question) {
        plain(question + " [Y/n]");
    }

    /** Above a list. */
    public void heading(String text) {
        print(text, styles::heading);
    }

    /** Entries of a list before it ends with how many more Tab would show. */
    public int mostListed() {
        return MOST_LISTED;
    }

    /** A row of the menu below the line. */
    public AttributedString menuRow(CommandMenu.Row row) {
        line.mustBeHeld();
        return row.isChosen() ? styles.heading(row.text()) : styles.dim(row.text());
    }

    /** A name and what it means, as a row of a list. */
    public void entry(String name, String meaning) {
        line.mustBeHeld();
        settle();
        NamedRows.of(SafeText.row(name), SafeText.row(meaning), columns()).forEach(row -> rows.add(styles.plain(row)));
        redraw();
    }

    private void print(String text, Function<String, AttributedString> style) {
        line.mustBeHeld();
        settle();
        RowBreaker.rows(SafeText.row(text), columns()).forEach(row -> rows.add(style.apply(row)));
        redraw();
    }

    public void blankRow() {
        line.mustBeHeld();
        rows.add(AttributedString.EMPTY);
        redraw();
    }

    /** What comes next stands below as much of the reply as will not change. */
    private void settle() {
        if (reply != null) {
            reply.letGo();
            rows.addAll(frame(reply).above());
        }
    }

    private ReplyText.Frame frame(ReplyText text) {
        return text.frame(columns(), Math.max(1, line.rows() / 2 - 1));
    }

    /** The user's own words, where they stay to be read. */
    public void question(String text) {
        line.mustBeHeld();
        List<String> broken = RowBreaker.rows(text, Math.max(1, columns() - TextStyles.INDENT));
        for (int i = 0; i < broken.size(); i++) {
            rows.add(styles.question(broken.get(i), i == 0));
        }
        redraw();
    }

    /** What is drawn from now on has these colours. */
    public void colors(Theme theme) {
        line.mustBeHeld();
        styles = new TextStyles(theme);
        redraw();
    }

    /** Gets ready for the first reply while the prompt is idle. */
    public void warmUp() {
        Worker.WARM_SCREEN.start(() -> RenderedText.warmUp(new TextStyles(Theme.DARK)));
    }

    /** A reply's text; {@code spoken} when its words will be heard. */
    final ReplyText beginReply(boolean spoken) {
        line.mustBeHeld();
        ReplyText text = text(spoken);
        reply = text;
        return text;
    }

    ReplyText text(boolean spoken) {
        return new RenderedText(styles, spoken && styles.colors());
    }

    /** A reply of before. */
    public void answer(String markdown) {
        line.mustBeHeld();
        settle();
        ReplyText text = text(false);
        text.append(SafeText.rows(markdown));
        text.finish();
        rows.addAll(frame(text).above());
        redraw();
    }

    /** The reply's text has grown, or more of it was heard. Redrawn at once, but rarely enough to leave the machine idle. */
    void replyChanged() {
        line.mustBeHeld();
        if (redrawPlanned) {
            return;
        }
        long wait = nextRedraw - System.nanoTime();
        if (wait <= 0) {
            redraw();
            return;
        }
        redrawPlanned = true;
        later(this::redrawPlanned, Duration.ofNanos(wait));
    }

    /** The model thinks, before the reply's text; dim. */
    void thought(String text) {
        line.mustBeHeld();
        thoughts.append(text, columns()).forEach(row -> rows.add(styles.dim(row)));
        replyChanged();
    }

    void endThoughts() {
        line.mustBeHeld();
        thoughts.finish().forEach(row -> rows.add(styles.dim(row)));
        thoughts = new RowBreaker();
    }

    /** All of the reply stands above for ever. */
    void endReply(ReplyText text) {
        line.mustBeHeld();
        if (reply == text) {
            text.finish();
            settle();
            reply = null;
            redraw();
        }
    }

    /** What happens, before the prompt. */
    public void state(ChatState now) {
        line.mustBeHeld();
        String before = shownState();
        state = now;
        redrawUnless(before);
    }

    private void redrawUnless(String shown) {
        if (!shown.equals(shownState())) {
            redraw();
        }
    }

    /** What of the state stands before the prompt. */
    String shownState() {
        return current().onScreen();
    }

    /** What happens, or else what {@link #idle} was given. */
    public final ChatState current() {
        return state == ChatState.Still.IDLE ? idle : state;
    }

    /** The engines in use are asked for at every redraw: be quick. */
    public void engines(Supplier<List<String>> names) {
        engines = names;
    }

    /** Whether the engines in use are shown. */
    void showEngines(boolean shown) {
        line.mustBeHeld();
        showsEngines = shown;
        refresh();
    }

    /** What the state is when nothing else happens. */
    public void idle(ChatState now) {
        line.mustBeHeld();
        String before = shownState();
        idle = now;
        redrawUnless(before);
    }

    /** Questions that wait for their turn, the next one first. */
    void queued(List<String> questions) {
        line.mustBeHeld();
        if (!queued.equals(questions)) {
            queued = List.copyOf(questions);
            redraw();
        }
    }

    /** Shows the line anew after its text changed from outside a key's action. */
    public void refresh() {
        line.mustBeHeld();
        redraw();
    }

    private void redrawPlanned() {
        if (redrawPlanned) {
            redraw();
        }
    }

    private void redraw() {
        line.mustBeHeld();
        redrawPlanned = false;
        long begin = System.nanoTime();
        AttributedString prompt = prompt();
        AttributedStringBuilder above = new AttributedStringBuilder();
        rows.forEach(row -> above.append(row).append("\n"));
        rows.clear();
        line.show(above.toAttributedString(), prompt, inUse());
        long end = System.nanoTime();
        nextRedraw = end + Math.max(redrawNanos - (end - begin), IDLE_SHARE * (end - begin));
    }

    /** What is drawn anew each time; rows that go above for ever are waiting then. */
    private AttributedString prompt() {
        AttributedStringBuilder prompt = new AttributedStringBuilder();
        if (reply != null) {
            ReplyText.Frame frame = frame(reply);
            rows.addAll(frame.above());
            frame.open().forEach(row -> prompt.append(row).append("\n"));
        }
        if (!thoughts.open().isEmpty()) {
            prompt.append(styles.dim(thoughts.open())).append("\n");
        }
        waiting().forEach(row -> prompt.append(styles.dim(row)).append("\n"));
        String words = stateWords();
        if (!words.isEmpty()) {
            prompt.append(styles.dim(words + " "));
        }
        return prompt.append(styles.prompt()).toAttributedString();
    }

    /** Who answers, speaks and hears, as many of them as three fifths of a row have room for. */
    private AttributedString inUse() {
        String shown = "";
        for (String name : showsEngines ? engines.get() : List.<String>of()) {
            String longer = shown.isEmpty() ? SafeText.row(name) : shown + " · " + SafeText.row(name);
            if (TextColumns.width(longer) > columns() * 3 / 5) {
                break;
            }
            shown = longer;
        }
        return styles.dim(shown);
    }

    private List<String> waiting() {
        List<String> shown = new ArrayList<>();
        queued.stream().limit(QUEUED_ROWS).forEach(question -> shown.add(oneRow(tr("queued: %s", question))));
        if (queued.size() > QUEUED_ROWS) {
            shown.add(oneRow(tr("… and %s more", queued.size() - QUEUED_ROWS)));
        }
        return shown;
    }

    private String oneRow(String text) {
        return TextColumns.fit(SafeText.row(text), Math.max(2, columns() - 1));
    }

    private String stateWords() {
        String words = shownState();
        if (queued.isEmpty()) {
            return words;
        }
        String count = tr("queued %s", queued.size());
        return words.isEmpty() ? count : words + " · " + count;
    }

    /** Shows what was handed over until now, and nothing more. */
    @Override
    public void close() {
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.shutdown();
        Interrupts.isDone(thread, Duration.ofSeconds(1));
    }
}
