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

    /** Whether the cursor may stand in another column than {@link #cursorPos} says. */
    private boolean astray;

    @Override
    public void update(List<AttributedString> newLines, int targetCursorPos, boolean flush) {
        List<AttributedString> wanted = newLines.subList(0, Math.min(rows, newLines.size()));
        boolean doubtful = wanted.stream().anyMatch(WideDisplay::isDoubtful);
        if (doubtful) {
            terminal.puts(Capability.exit_am_mode); // a row that is too wide here must not push the others down
        }
        for (int row = 0; row < wanted.size(); row++) {
            rewrite(row, row < oldLines.size() ? withoutFeed(oldLines.get(row)) : null, withoutFeed(wanted.get(row)));
        }
        if (oldLines.size() > wanted.size()) {
            goTo(wanted.size(), 0);
            terminal.puts(Capability.clr_eos);
        }
        oldLines = new ArrayList<>(wanted);
        if (targetCursorPos >= 0) {
            goInText(targetCursorPos / columns1, targetCursorPos % columns1);
        }
        if (doubtful) {
            terminal.puts(Capability.enter_am_mode);
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
        if (isDoubtful(before) || isDoubtful(wanted)) {
            rewriteAll(row, wanted);
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

    /** Where the terminal may count other columns, only the start of a row is known. */
    private void rewriteAll(int row, AttributedString wanted) {
        goTo(row, 0);
        terminal.puts(Capability.clr_eol); // before: behind a full row it would take the last character
        print(row, wanted);
    }

    private void print(int row, AttributedString text) {
        text.print(terminal);
        cursorPos = row * columns1 + text.columnLength();
        astray = isDoubtful(text);
    }

    /** The cursor's place in a row that is drawn: behind what stands before it, however wide that is here. */
    private void goInText(int row, int column) {
        AttributedString before = row < oldLines.size()
                ? withoutFeed(oldLines.get(row)).columnSubSequence(0, column)
                : AttributedString.EMPTY;
        if (!isDoubtful(before)) {
            goTo(row, column);
        } else if (cursorPos != row * columns1 + column) { // else it stands behind that text, wherever that is
            goTo(row, 0);
            print(row, before);
        }
    }

    /** Whether terminals disagree on the width of something: they agree on ASCII, Chinese, kana and whole Hangul. */
    private static boolean isDoubtful(AttributedString text) {
        for (int i = 0; i < text.length(); i++) {
            if (isDoubtful(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDoubtful(char c) {
        return c > '~'
                && c != '›'
                && c != '▸'
                && !(c >= 0x3000 && c <= 0x303D)
                && !(c >= 0x3041 && c <= 0x3096)
                && !(c >= 0x30A0 && c <= 0x30FF)
                && !(c >= 0x4E00 && c <= 0x9FFF)
                && !(c >= 0xAC00 && c <= 0xD7A3)
                && !(c >= 0xFF01 && c <= 0xFF60);
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
        if (target == cursorPos && !astray) {
            return;
        }
        int below = row - cursorPos / columns1;
        int from = cursorPos % columns1;
        if (below != 0 || from >= columns || column == 0 || astray) {
            terminal.puts(Capability.carriage_return);
            astray = false;
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
