package dev.voicebot.terminal;

import java.util.ListIterator;
import java.util.Optional;
import org.jline.reader.History;

/** Going through the earlier lines that begin with what was typed before the cursor. Under the line's lock. */
public final class HistoryWalk {
    private final History history;
    private String typed = "";
    private String prefix = "";
    private String shown = "";
    private int index; // of the entry shown; one past the last when it is what was typed
    private boolean walking;

    public HistoryWalk(History history) {
        this.history = history;
    }

    /** The next earlier line, when the line is {@code text} with the cursor behind {@code before}. */
    public Optional<String> up(String text, String before) {
        begin(text, before);
        ListIterator<History.Entry> entries = history.iterator(index);
        while (entries.hasPrevious()) {
            History.Entry entry = entries.previous();
            if (fits(entry)) {
                return Optional.of(show(entry.index(), entry.line()));
            }
        }
        return Optional.empty();
    }

    /** The next later one, and what was typed after the last. */
    public Optional<String> down(String text) {
        if (!goesOn(text)) {
            return Optional.empty();
        }
        ListIterator<History.Entry> entries = history.iterator(Math.min(index + 1, end()));
        while (entries.hasNext()) {
            History.Entry entry = entries.next();
            if (fits(entry)) {
                return Optional.of(show(entry.index(), entry.line()));
            }
        }
        walking = false;
        return Optional.of(typed);
    }

    /** Whether {@code text} is what this walk has shown: then Up and Down go on, whatever rows it has. */
    public boolean goesOn(String text) {
        return walking && text.equals(shown);
    }

    private void begin(String text, String before) {
        if (goesOn(text)) {
            return;
        }
        walking = true;
        typed = text;
        prefix = before;
        shown = text;
        index = end();
    }

    private int end() {
        return history.last() + 1;
    }

    private boolean fits(History.Entry entry) {
        return entry.line().startsWith(prefix) && !entry.line().equals(shown);
    }

    private String show(int at, String line) {
        index = at;
        shown = line;
        return line;
    }
}
