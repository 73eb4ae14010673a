package dev.voicebot.screen;

import dev.voicebot.config.Theme;
import dev.voicebot.terminal.SafeText;
import dev.voicebot.terminal.TextStyles;
import dev.voicebot.threads.Worker;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * What is to be seen: finished rows above, then the prompt with the row that is still growing, the state and the line.
 * Other threads hand their work to {@link #later}, which never blocks; all else runs under the line's lock.
 */
public class ChatDisplay implements AutoCloseable {
    private static final int MOST_LISTED = 12;

    private final ChatLine line;
    private TextStyles styles; // guarded by the line's lock
    private final RedrawPace pace;
    private final ScreenThread thread;
    // guarded by the line's lock
    private final ConversationRows rows;
    private final LineStatus status = new LineStatus();

    /** For the eye; {@link PlainDisplay} is the one for screen readers. */
    public static ChatDisplay on(ChatLine line, TextStyles styles, Duration redrawInterval) {
        return new ChatDisplay(line, styles, redrawInterval);
    }

    ChatDisplay(ChatLine line, TextStyles styles, Duration redrawInterval) {
        this.line = line;
        this.rows = new ConversationRows(line);
        this.styles = styles;
        this.pace = new RedrawPace(redrawInterval);
        this.thread = new ScreenThread(line::hold);
        line.onResize(this::prompt, this::redraw);
    }

    /** Runs {@code work} on the screen's thread under the line's lock, in the order of the calls. */
    public void later(Runnable work) {
        thread.later(work);
    }

    public void later(Runnable work, Duration delay) {
        thread.later(work, delay);
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
        rows.entry(name, meaning, styles);
        redraw();
    }

    private void print(String text, Function<String, AttributedString> style) {
        line.mustBeHeld();
        rows.print(text, style);
        redraw();
    }

    public void blankRow() {
        line.mustBeHeld();
        rows.add(AttributedString.EMPTY);
        redraw();
    }

    /** The user's own words, where they stay to be read. */
    public void question(String text) {
        line.mustBeHeld();
        rows.question(text, styles);
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
        rows.begin(text);
        return text;
    }

    ReplyText text(boolean spoken) {
        return new RenderedText(styles, spoken && styles.colors());
    }

    /** A reply of before. */
    public void answer(String markdown) {
        line.mustBeHeld();
        ReplyText text = text(false);
        text.append(SafeText.rows(markdown));
        rows.answer(text);
        redraw();
    }

    /** The reply's text has grown, or more of it was heard. Redrawn at once, but rarely enough to leave the machine idle. */
    void replyChanged() {
        line.mustBeHeld();
        if (pace.isPlanned()) {
            return;
        }
        Duration wait = pace.untilNext();
        if (wait.isNegative() || wait.isZero()) {
            redraw();
            return;
        }
        pace.plan();
        later(this::redrawPlanned, wait);
    }

    /** The model thinks, before the reply's text; dim. */
    void thought(String text) {
        line.mustBeHeld();
        rows.thought(text, styles);
        replyChanged();
    }

    void endThoughts() {
        line.mustBeHeld();
        rows.endThoughts(styles);
    }

    /** Finishes all rows of the reply. */
    void endReply(ReplyText text) {
        line.mustBeHeld();
        if (rows.end(text)) {
            redraw();
        }
    }

    /** What happens, before the prompt. */
    public void state(ChatState now) {
        line.mustBeHeld();
        String before = shownState();
        status.state(now);
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
        return status.current();
    }

    /** The engines in use are asked for at every redraw: be quick. */
    public void engines(Supplier<List<String>> names) {
        status.engines(names);
    }

    /** Whether the engines in use are shown. */
    void showEngines(boolean shown) {
        line.mustBeHeld();
        status.showEngines(shown);
        refresh();
    }

    /** What the state is when nothing else happens. */
    public void idle(ChatState now) {
        line.mustBeHeld();
        String before = shownState();
        status.idle(now);
        redrawUnless(before);
    }

    /** Questions that wait for their turn, the next one first. */
    void queued(List<String> questions) {
        line.mustBeHeld();
        if (status.queued(questions)) {
            redraw();
        }
    }

    /** Shows the line anew after its text changed from outside a key's action. */
    public void refresh() {
        line.mustBeHeld();
        redraw();
    }

    private void redrawPlanned() {
        if (pace.isPlanned()) {
            redraw();
        }
    }

    private void redraw() {
        line.mustBeHeld();
        pace.run(this::draw);
    }

    private void draw() {
        AttributedString prompt = prompt();
        line.show(rows.take(), prompt, styles.dim(status.inUse(columns())));
    }

    /** What is drawn anew each time; rows that go above for ever are waiting then. */
    private AttributedString prompt() {
        AttributedStringBuilder prompt = new AttributedStringBuilder().append(rows.growing(styles));
        status.waiting(columns()).forEach(row -> prompt.append(styles.dim(row)).append("\n"));
        String words = status.words(shownState());
        if (!words.isEmpty()) {
            prompt.append(styles.dim(words + " "));
        }
        return prompt.append(styles.prompt()).toAttributedString();
    }

    /** Shows what was handed over until now, and nothing more. */
    @Override
    public void close() {
        thread.close();
    }
}
