package dev.voicebot.screen;

import dev.voicebot.terminal.NamedRows;
import dev.voicebot.terminal.RowBreaker;
import dev.voicebot.terminal.SafeText;
import dev.voicebot.terminal.TextStyles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jspecify.annotations.Nullable;

/** The conversation in rows: finished ones, which never change again, and those still growing. Under the line's lock. */
final class ConversationRows {
    private final ChatLine line;
    private final List<AttributedString> finished = new ArrayList<>();
    private RowBreaker thoughts = new RowBreaker();
    private @Nullable ReplyText reply; // while something of it may still change

    ConversationRows(ChatLine line) {
        this.line = line;
    }

    void add(AttributedString row) {
        finished.add(row);
    }

    /** A text of the program's, below as much of the reply as will not change. */
    void print(String text, Function<String, AttributedString> style) {
        settle();
        RowBreaker.rows(SafeText.row(text), line.columns()).forEach(row -> add(style.apply(row)));
    }

    /** A name and what it means, as a row of a list. */
    void entry(String name, String meaning, TextStyles styles) {
        settle();
        NamedRows.of(SafeText.row(name), SafeText.row(meaning), line.columns()).forEach(row -> add(styles.plain(row)));
    }

    /** The user's own words, with a blank row between them and the answer. */
    void question(String text, TextStyles styles) {
        List<String> broken = RowBreaker.rows(text, Math.max(1, line.columns() - TextStyles.INDENT));
        for (int i = 0; i < broken.size(); i++) {
            add(styles.question(broken.get(i), i == 0));
        }
        add(AttributedString.EMPTY);
    }

    /** A reply that is whole. */
    void answer(ReplyText text) {
        settle();
        text.finish();
        finished.addAll(frame(text).above());
    }

    /** The reply that grows from now on. */
    void begin(ReplyText text) {
        reply = text;
    }

    /** Finishes all rows of the reply; false if another reply is growing. */
    boolean end(ReplyText text) {
        if (reply != text) {
            return false;
        }
        text.finish();
        settle();
        reply = null;
        return true;
    }

    private void settle() {
        if (reply != null) {
            reply.letGo();
            finished.addAll(frame(reply).above());
        }
    }

    private ReplyText.Frame frame(ReplyText text) {
        return text.frame(line.columns(), Math.max(1, line.rows() / 2 - 1));
    }

    void thought(String text, TextStyles styles) {
        thoughts.append(text, line.columns()).forEach(row -> add(styles.dim(row)));
    }

    void endThoughts(TextStyles styles) {
        thoughts.finish().forEach(row -> add(styles.dim(row)));
        thoughts = new RowBreaker();
    }

    /** What is drawn anew each time; what of it stays as it is waits to be taken then. */
    AttributedString growing(TextStyles styles) {
        AttributedStringBuilder growing = new AttributedStringBuilder();
        if (reply != null) {
            ReplyText.Frame frame = frame(reply);
            finished.addAll(frame.above());
            frame.open().forEach(row -> growing.append(row).append("\n"));
        }
        if (!thoughts.open().isEmpty()) {
            growing.append(styles.dim(thoughts.open())).append("\n");
        }
        return growing.toAttributedString();
    }

    /** The rows that go above now. */
    AttributedString take() {
        AttributedStringBuilder above = new AttributedStringBuilder();
        finished.forEach(row -> above.append(row).append("\n"));
        finished.clear();
        return above.toAttributedString();
    }
}
