package dev.voicebot.markdown;

import java.util.Optional;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/** Items that begin with a box, ticked or not. */
final class Tasks {
    private static final String OPEN = "[ ] ";
    private static final String DONE = "[x] ";

    private Tasks() {}

    /** Whether an item has a box, and what is in it. */
    enum State {
        NONE,
        OPEN,
        DONE
    }

    static State state(Node item) {
        Node paragraph = item.getFirstChild();
        if (!(paragraph instanceof Paragraph) || !(paragraph.getFirstChild() instanceof Text text)) {
            return State.NONE;
        }
        if (text.getLiteral().startsWith(OPEN)) {
            return State.OPEN;
        }
        return text.getLiteral().regionMatches(true, 0, DONE, 0, DONE.length()) ? State.DONE : State.NONE;
    }

    /** The box instead of the bullet. */
    static Optional<String> mark(Node item) {
        return switch (state(item)) {
            case NONE -> Optional.empty();
            case OPEN -> Optional.of("☐ ");
            case DONE -> Optional.of("☑ ");
        };
    }

    /** A paragraph's words without the box. */
    static StyledText words(Node paragraph, StyledText words) {
        Node item = paragraph.getParent();
        boolean first = item instanceof ListItem && item.getFirstChild() == paragraph;
        return first && state(item) != State.NONE ? new StyledText().appendFrom(words, OPEN.length()) : words;
    }
}
