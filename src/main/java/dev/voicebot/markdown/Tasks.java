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

    /** The box instead of the bullet. */
    static Optional<String> mark(Node item) {
        Node paragraph = item.getFirstChild();
        if (!(paragraph instanceof Paragraph) || !(paragraph.getFirstChild() instanceof Text text)) {
            return Optional.empty();
        }
        if (text.getLiteral().startsWith(OPEN)) {
            return Optional.of("☐ ");
        }
        boolean done = text.getLiteral().regionMatches(true, 0, DONE, 0, DONE.length());
        return done ? Optional.of("☑ ") : Optional.empty();
    }

    /** A paragraph's words without the box. */
    static StyledText words(Node paragraph, StyledText words) {
        Node item = paragraph.getParent();
        boolean first = item instanceof ListItem && item.getFirstChild() == paragraph;
        return first && mark(item).isPresent() ? new StyledText().appendFrom(words, OPEN.length()) : words;
    }
}
