package dev.voicebot.repl;

import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/**
 * A display that knows wide characters at the right margin and rows that a resize has wrapped. JLine goes to the
 * margin by writing the last column's character again, which tears a character of two columns apart.
 */
final class WideDisplay extends Display {
    WideDisplay(Terminal terminal) {
        super(terminal, false);
    }

    @Override
    protected void moveVisualCursorTo(int target, List<AttributedString> lines) {
        int row = target / columns1;
        boolean toMargin = target % columns1 == columns;
        if (cursorPos == target || !toMargin || row >= lines.size() || !endsWide(lines.get(row))) {
            super.moveVisualCursorTo(target, lines);
            return;
        }
        moveVisualCursorTo(target - 2);
        lines.get(row).columnSubSequence(columns - 2, columns).print(terminal);
        cursorPos = target;
    }

    /** Goes to the first row, where the terminal has moved it by wrapping all rows anew to {@code newColumns}. */
    void goToTop(int newColumns) {
        for (int i = rowsAboveCursor(newColumns); i > 0; i--) {
            terminal.puts(Capability.cursor_up);
        }
        terminal.puts(Capability.carriage_return);
        cursorPos = 0;
    }

    /** Leaves the first {@code count} rows on the screen for ever: the display begins below them. */
    void leave(int count) {
        oldLines = new ArrayList<>(oldLines.subList(count, oldLines.size()));
        cursorPos -= count * columns1;
    }

    private int rowsAboveCursor(int newColumns) {
        int cursorRow = cursorPos / columns1;
        int above = 0;
        int paragraph = 0;
        for (int row = 0; row < cursorRow && row < oldLines.size(); row++) {
            AttributedString line = oldLines.get(row);
            paragraph += line.columnLength();
            if (line.length() > 0 && line.charAt(line.length() - 1) == '\n') {
                above += Math.max(1, (paragraph + newColumns - 1) / newColumns);
                paragraph = 0;
            }
        }
        return above + (paragraph + cursorPos % columns1) / newColumns;
    }

    private boolean endsWide(AttributedString line) {
        AttributedString content = line.columnSubSequence(0, columns);
        int length = content.length();
        return content.columnLength() == columns
                && length > 0
                && content.substring(
                                        Character.isLowSurrogate(content.charAt(length - 1)) ? length - 2 : length - 1,
                                        length)
                                .columnLength()
                        == 2;
    }
}
