package dev.voicebot.screen;

import static dev.voicebot.text.Messages.tr;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A question above the prompt that the next empty line, y or n answers. All under the line's lock. */
public final class YesNo {
    private static final List<String> YES = List.of("", "y", "yes", "是", "好");
    private static final List<String> NO = List.of("n", "no", "不", "否");

    private final ChatDisplay display;
    private @Nullable Consumer<Boolean> waiting;

    public YesNo(ChatDisplay display) {
        this.display = display;
    }

    /** {@code answered} receives what the user says; a question that is open already counts as refused. */
    public void ask(String question, Consumer<Boolean> answered) {
        refuse();
        waiting = answered;
        display.askYesNo(question);
        display.idle(new ChatState.Asking(tr("[Y/n]")));
    }

    public boolean isOpen() {
        return waiting != null;
    }

    /** Whether a whole line was the answer; else it is a message like any other, and the question stays. */
    public boolean isAnswered(String line) {
        String word = line.strip().toLowerCase(Locale.ROOT);
        if (!isOpen() || !(YES.contains(word) || NO.contains(word))) {
            return false;
        }
        answer(YES.contains(word));
        return true;
    }

    /** Esc or Ctrl-C; false when nothing is asked. */
    public boolean refuse() {
        boolean open = isOpen();
        answer(false);
        return open;
    }

    private void answer(boolean yes) {
        Consumer<Boolean> asking = waiting;
        waiting = null;
        if (asking != null) {
            display.idle(ChatState.Still.IDLE);
            asking.accept(yes);
        }
    }
}
