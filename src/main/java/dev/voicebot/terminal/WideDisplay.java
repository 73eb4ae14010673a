package dev.voicebot.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/**
 * A display that writes a row anew from its first change on. JLine's own moves the rest of a row by inserting and
 * deleting cells, and lets rows wrap into one another, which tears characters of two columns apart; terminals that wrap
 * rows anew after a resize would then join rows that do not belong together.
 */
public final class WideDisplay extends Display {
    public WideDisplay(Terminal terminal) {
        super(terminal, false);
    }

    @Override
    public void update(List<AttributedString> newLines, int targetCursorPos, boolean flush) {
        List<AttributedString> wanted = newLines.subList(0, Math.min(rows, newLines.size()));
        for (int row = 0; row < wanted.size(); row++) {
            rewrite(row, row < oldLines.size() ? withoutFeed(oldLines.get(row)) : null, withoutFeed(wanted.get(row)));
        }
        if (oldLines.size() > wanted.size()) {
            goTo(wanted.size(), 0);
            terminal.puts(Capability.clr_eos);
        }
        oldLines = new ArrayList<>(wanted);
        if (targetCursorPos >= 0) {
            goTo(targetCursorPos / columns1, targetCursorPos % columns1);
        }
        if (flush) {
            terminal.flush();
        }
    }

    private void rewrite(int row, @Nullable AttributedString old, AttributedString wanted) {
        if (old == null) {
            goTo(row, 0);
        }
        AttributedString before = old == null ? AttributedString.EMPTY : old;
        int same = samePart(before, wanted);
        if (same == before.length() && same == wanted.length()) {
            return;
        }
        goTo(row, wanted.subSequence(0, same).columnLength());
        wanted.subSequence(same, wanted.length()).print(terminal);
        int width = wanted.columnLength();
        cursorPos = row * columns1 + width;
        if (before.columnLength() > width) {
            terminal.puts(Capability.clr_eol);
        }
    }

    /** Marks that join a character are written together with it. */
    private static int samePart(AttributedString old, AttributedString wanted) {
        int most = Math.min(old.length(), wanted.length());
        int same = 0;
        while (same < most
                && old.charAt(same) == wanted.charAt(same)
                && old.styleAt(same).equals(wanted.styleAt(same))) {
            same++;
        }
        while (same > 0 && (joins(old, same) || joins(wanted, same))) {
            same--;
        }
        return same;
    }

    private static boolean joins(AttributedString text, int index) {
        return index < text.length() && text.subSequence(index, index + 1).columnLength() == 0;
    }

    private static AttributedString withoutFeed(AttributedString line) {
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == '\n' ? line.subSequence(0, length - 1) : line;
    }

    /** From a full row's margin only a carriage return leads somewhere in every terminal. */
    private void goTo(int row, int column) {
        int target = row * columns1 + column;
        if (target == cursorPos) {
            return;
        }
        int below = row - cursorPos / columns1;
        int from = cursorPos % columns1;
        if (below != 0 || from >= columns || column == 0) {
            terminal.puts(Capability.carriage_return);
            from = 0;
        }
        for (int i = 0; i < below; i++) {
            terminal.writer().write('\n');
        }
        if (below < 0) {
            perform(Capability.cursor_up, Capability.parm_up_cursor, -below);
        }
        int to = Math.min(column, columns - 1);
        if (to > from) {
            perform(Capability.cursor_right, Capability.parm_right_cursor, to - from);
        } else if (to < from) {
            perform(Capability.cursor_left, Capability.parm_left_cursor, from - to);
        }
        cursorPos = row * columns1 + to;
    }

    /** Goes to the first row, where the terminal has moved it by wrapping all rows anew to {@code newColumns}. */
    public void goToTop(int newColumns) {
        for (int i = rowsAboveCursor(newColumns); i > 0; i--) {
            terminal.puts(Capability.cursor_up);
        }
        terminal.puts(Capability.carriage_return);
        cursorPos = 0;
    }

    private int rowsAboveCursor(int newColumns) {
        int cursorRow = Math.min(cursorPos / columns1, oldLines.size());
        int above = 0;
        for (AttributedString line : oldLines.subList(0, cursorRow)) {
            above += withoutFeed(line).columnSplitLength(newColumns).size();
        }
        return above + Math.max(0, cursorPos % columns1 - 1) / newColumns;
    }

    /** Leaves the first {@code count} rows on the screen for ever: the display begins below them. */
    public void leave(int count) {
        oldLines = new ArrayList<>(oldLines.subList(count, oldLines.size()));
        cursorPos -= count * columns1;
    }
}
