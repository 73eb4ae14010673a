package dev.voicebot.screen;

import dev.voicebot.terminal.HistoryWalk;
import dev.voicebot.terminal.SafeText;
import java.util.HashMap;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/** The text of the line and its lock: {@link #hold} takes the one that keys run under, as JLine has it. */
abstract class EditedText extends LineReaderImpl {
    private final HistoryWalk walk;
    private Runnable onBegin = () -> {};

    EditedText(Terminal terminal) {
        super(terminal, "voicebot", new HashMap<>());
        walk = new HistoryWalk(history);
    }

    /** What happens when a text is begun; quick, on the reading thread, under the lock. */
    public void onBegin(Runnable action) {
        onBegin = action;
    }

    @Override
    protected boolean selfInsert() {
        if (buf.length() == 0 && !"/".equals(getLastBinding())) {
            onBegin.run();
        }
        return super.selfInsert();
    }

    /** Whatever is said to run under the lock calls this first: where assertions are on, it fails without. */
    public void mustBeHeld() {
        assert lock.isHeldByCurrentThread() : "not under the line's lock: " + Thread.currentThread();
    }

    /** Runs {@code work} while nothing else touches the screen. */
    public void hold(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** Another text instead; under the lock. */
    public void replace(String text) {
        mustBeHeld();
        buf.clear();
        buf.write(text);
    }

    /** The text being edited; under the lock. */
    public String text() {
        mustBeHeld();
        return buf.toString();
    }

    /** Where the next character is typed; under the lock. */
    int cursor() {
        mustBeHeld();
        return buf.cursor();
    }

    /** Writes {@code text} over a part of the line; the cursor stays where it is in the text around. Under the lock. */
    public void replace(int at, int length, String text) {
        mustBeHeld();
        int cursor = buf.cursor();
        int moved = cursor >= at + length ? cursor - length + text.length() : Math.min(cursor, at);
        buf.cursor(at);
        buf.delete(length);
        buf.write(text);
        buf.cursor(moved);
    }

    /** Takes the text away, keeping it in the history unless it begins with a space; under the lock. */
    public String take() {
        mustBeHeld();
        String text = finishBuffer();
        discard();
        return text;
    }

    /** Throws the text away; under the lock. */
    public void discard() {
        buf.clear();
        undo.clear();
        modifiedHistory.clear();
        history.moveToEnd();
    }

    /** Types {@code text} at the cursor; under the lock. */
    public void insert(String text) {
        mustBeHeld();
        buf.write(text);
    }

    /** Puts {@code text} before what is typed, in rows of its own; under the lock. */
    public void insertBefore(String text) {
        String typed = buf.toString();
        buf.clear();
        buf.write(typed.isEmpty() ? text : text + "\n" + typed);
    }

    @Override
    public boolean beginPaste() {
        int begin = buf.cursor();
        super.beginPaste();
        String pasted = buf.substring(begin, buf.cursor());
        buf.backspace(buf.cursor() - begin); // code points, not characters
        buf.write(SafeText.rows(pasted));
        return true;
    }

    /** A row up in the text; from its first row, to the earlier line that begins like this one. */
    void rowUp() {
        if (walk.goesOn(buf.toString()) || !buf.up()) {
            walk.up(buf.toString(), buf.upToCursor()).ifPresent(this::replace);
        }
    }

    void rowDown() {
        if (walk.goesOn(buf.toString()) || !buf.down()) {
            walk.down(buf.toString()).ifPresent(this::replace);
        }
    }
}
