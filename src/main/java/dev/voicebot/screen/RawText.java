package dev.voicebot.screen;

import dev.voicebot.terminal.RowBreaker;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** A reply as the model wrote it: only its rows are broken. */
final class RawText implements ReplyText {
    private final RowBreaker text = new RowBreaker();
    private final StringBuilder fresh = new StringBuilder();
    private boolean finished;

    @Override
    public void append(String more) {
        fresh.append(more);
    }

    @Override
    public void finish() {
        finished = true;
    }

    @Override
    public void heard(int characters) {}

    @Override
    public void silence() {}

    @Override
    public void letGo() {}

    @Override
    public boolean isOpen() {
        return !finished && !(text.open() + fresh).isEmpty();
    }

    @Override
    public Frame frame(int columns, int limit) {
        List<String> rows = new ArrayList<>(text.append(fresh.toString(), columns));
        fresh.setLength(0);
        if (finished) {
            rows.addAll(text.finish());
        }
        List<AttributedString> open = text.open().isEmpty() ? List.of() : List.of(new AttributedString(text.open()));
        return new Frame(rows.stream().map(AttributedString::new).toList(), open);
    }
}
