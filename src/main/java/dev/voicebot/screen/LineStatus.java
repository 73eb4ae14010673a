package dev.voicebot.screen;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.terminal.SafeText;
import dev.voicebot.terminal.TextColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What stands around the line: what happens, which questions wait, and the engines in use. Under the line's lock. */
final class LineStatus {
    private static final int QUEUED_ROWS = 3;

    private Supplier<List<String>> engines = List::of;
    private boolean showsEngines = true;
    private ChatState state = ChatState.Still.IDLE;
    private ChatState idle = ChatState.Still.IDLE;
    private List<String> queued = List.of();

    void state(ChatState now) {
        state = now;
    }

    /** What the state is when nothing else happens. */
    void idle(ChatState now) {
        idle = now;
    }

    /** What happens, or else what {@link #idle} was given. */
    ChatState current() {
        return state == ChatState.Still.IDLE ? idle : state;
    }

    /** The engines in use are asked for at every redraw: be quick. */
    void engines(Supplier<List<String>> names) {
        engines = names;
    }

    void showEngines(boolean shown) {
        showsEngines = shown;
    }

    /** Questions that wait for their turn, the next one first; false when they are the same as before. */
    boolean queued(List<String> questions) {
        if (queued.equals(questions)) {
            return false;
        }
        queued = List.copyOf(questions);
        return true;
    }

    /** Who answers, speaks and hears, as many of them as three fifths of a row have room for. */
    String inUse(int columns) {
        String shown = "";
        for (String name : showsEngines ? engines.get() : List.<String>of()) {
            String longer = shown.isEmpty() ? SafeText.row(name) : shown + " · " + SafeText.row(name);
            if (TextColumns.width(longer) > columns * 3 / 5) {
                break;
            }
            shown = longer;
        }
        return shown;
    }

    /** Rows of the questions that wait. */
    List<String> waiting(int columns) {
        List<String> shown = new ArrayList<>();
        queued.stream().limit(QUEUED_ROWS).forEach(question -> shown.add(oneRow(tr("queued: %s", question), columns)));
        if (queued.size() > QUEUED_ROWS) {
            shown.add(oneRow(tr("… and %s more", queued.size() - QUEUED_ROWS), columns));
        }
        return shown;
    }

    private static String oneRow(String text, int columns) {
        return TextColumns.fit(SafeText.row(text), Math.max(2, columns - 1));
    }

    /** What stands before the prompt, where {@code shownState} is what of the state does. */
    String words(String shownState) {
        if (queued.isEmpty()) {
            return shownState;
        }
        String count = tr("queued %s", queued.size());
        return shownState.isEmpty() ? count : shownState + " · " + count;
    }
}
