package dev.voicebot.screen;

import dev.voicebot.terminal.PictureTerminal;
import dev.voicebot.terminal.Questions;
import dev.voicebot.terminal.SubstituteCharacters;
import dev.voicebot.terminal.TerminalQuestions;
import dev.voicebot.terminal.WideDisplay;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.InfoCmp.Capability;

/** The line as it is drawn: rows above it, its prompt, what stands beside and below; and the terminal lent to others. */
abstract class ShownLine extends EditedText {
    private static final int ENDLESS = 100_000;

    /** JLine draws a smaller screen in a way of its own. */
    private static final int LEAST_ROWS = 5;

    /** A control character no UTF-8 input contains: Ctrl-C and Ctrl-Z arrive as keys like all others. */
    private static final int NEVER_TYPED = 0xFF;

    private final Terminal picture;
    private final boolean plain;
    private final Attributes usual;
    private Attributes own; // while the line is read
    private Runnable onInterruptSignal = () -> {};
    private Supplier<AttributedString> onResize = () -> AttributedString.EMPTY;
    private Runnable afterResize = () -> {};
    // under the lock: JLine calls what uses them from its own methods, which no compiler can follow
    private final AttributedStringBuilder missed = new AttributedStringBuilder(); // while another program is shown
    private boolean away;
    private RightText beside = RightText.NONE;
    private AttributedString wanted = AttributedString.EMPTY;
    private boolean shown;

    /** {@code filtered}: the same terminal, as its keys are read. Where it is {@code plain}, nothing is drawn. */
    ShownLine(Terminal terminal, Terminal filtered, boolean plain) {
        super(filtered);
        this.plain = plain;
        usual = terminal.getAttributes();
        own = usual;
        picture = PictureTerminal.of(terminal);
    }

    /** Rows below the line. */
    abstract List<AttributedString> rowsBelow();

    /** What an interrupt from outside does, on a thread of its own. */
    public void onInterruptSignal(Runnable action) {
        onInterruptSignal = action;
    }

    void interruptSignal() {
        onInterruptSignal.run();
    }

    /** The prompt for the size that is now, and what to do when it is drawn; under the lock. */
    void onResize(Supplier<AttributedString> newPrompt, Runnable drawn) {
        onResize = newPrompt;
        afterResize = drawn;
    }

    /**
     * Prints rows above the prompt and shows the prompt anew; {@code atTheRight} stands at the right of the line, as
     * long as that leaves it room. Under the lock.
     */
    void show(AttributedString above, AttributedString newPrompt, AttributedString atTheRight) {
        mustBeHeld();
        wanted = newPrompt;
        beside = RightText.of(atTheRight);
        if (away) {
            missed.append(above);
            return;
        }
        AttributedString rows = SubstituteCharacters.SHARED.encode(above);
        AttributedString drawn = SubstituteCharacters.SHARED.encode(newPrompt);
        if (!shown) {
            rows.print(picture);
        } else if (rows.length() > 0 && !leaveAbove(rows, drawn)) {
            display.update(List.of(), 0, false);
            rows.print(picture);
        }
        prompt = drawn;
        if (shown) {
            redisplay(false);
        }
        terminal.flush();
    }

    /**
     * Draws the rows as a part of the prompt, then leaves them behind: where they stood already, nothing is written and
     * nothing flickers. False when there is no room.
     */
    private boolean leaveAbove(AttributedString above, AttributedString newPrompt) {
        AttributedString all = new AttributedStringBuilder()
                .append(above)
                .append(newPrompt)
                .append(SubstituteCharacters.SHARED.encode(buf.toString()))
                .toAttributedString();
        boolean fits =
                size.getRows() >= LEAST_ROWS && screenRows(all) + rowsBelow().size() < size.getRows();
        if (!fits || post != null || skipRedisplay || !(display instanceof WideDisplay wide)) {
            return false;
        }
        prompt = new AttributedStringBuilder().append(above).append(newPrompt).toAttributedString();
        redisplay(false);
        wide.leave(screenRows(above) - 1);
        return true;
    }

    private int screenRows(AttributedString text) {
        return text.columnSplitLength(columns(), true, display.delayLineWrap()).size();
    }

    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        AttributedString line = super.getDisplayedBufferWithPrompts(secondaryPrompts);
        List<AttributedString> rows = rowsBelow();
        if (rows.isEmpty()) {
            return post == null ? beside.behind(line, prompt.length(), columns()) : line;
        }
        AttributedStringBuilder all = new AttributedStringBuilder().append(line);
        rows.forEach(row -> all.append("\n").append(row));
        return all.toAttributedString();
    }

    /** Sends what neither shows anything nor moves the cursor; under the lock. */
    public void send(String control) {
        if (!control.isEmpty()) {
            terminal.writer().write(control);
            terminal.flush();
        }
    }

    /** Whether whole lines are read, and nothing is drawn. */
    public boolean isPlain() {
        return plain;
    }

    /** Takes the prompt and the terminal's modes away while the reading thread still waits; under the lock. */
    public void vanish() {
        if (shown) {
            display.update(List.of(), 0, false);
            terminal.puts(Capability.keypad_local);
            terminal.writer().write(BRACKETED_PASTE_OFF);
            terminal.flush();
        }
        shown = false;
    }

    /**
     * Leaves the terminal to {@code program} as it was found, and takes it back; only from a key's action. The lock is
     * free meanwhile, and what is shown follows afterwards.
     */
    public void handOver(Runnable program) {
        if (plain) {
            program.run();
            return;
        }
        vanish();
        away = true;
        terminal.setAttributes(usual);
        terminal.handle(Signal.INT, signal -> {}); // not ignored: the program would inherit that
        try {
            withoutLock(program);
        } finally {
            takeBack();
        }
    }

    /** What is shown meanwhile follows after {@code work}; the terminal is as it was, and the lock is free. */
    void holdBackDuring(Runnable work) {
        away = true;
        try {
            withoutLock(work);
        } finally {
            away = false;
            showMissed();
        }
    }

    private void withoutLock(Runnable work) {
        int holds = lock.getHoldCount();
        for (int i = 0; i < holds; i++) {
            lock.unlock();
        }
        try {
            work.run();
        } finally {
            for (int i = 0; i < holds; i++) {
                lock.lock();
            }
        }
    }

    /** Asks questions in the prompt's place; as {@link #handOver}. */
    public void ask(Consumer<Questions> work, Runnable onInterrupt) {
        handOver(() -> TerminalQuestions.ask(terminal, work, onInterrupt));
    }

    private void takeBack() {
        away = false;
        terminal.setAttributes(own);
        terminal.handle(Signal.INT, signal -> onInterruptSignal.run());
        size.copy(terminal.getSize());
        terminal.puts(Capability.keypad_xmit);
        terminal.writer().write(BRACKETED_PASTE_ON);
        newDisplay();
        shown = true;
        showMissed();
    }

    private void showMissed() {
        AttributedString rows = missed.toAttributedString();
        missed.setLength(0);
        show(rows, wanted, beside.text());
    }

    private void newDisplay() {
        display = new WideDisplay(picture);
        display.resize(size.getRows(), size.getColumns());
    }

    int columns() {
        if (plain) {
            return ENDLESS; // the terminal wraps, and a screen reader reads on
        }
        return size.getColumns() > 0 ? size.getColumns() : 80;
    }

    int rows() {
        if (plain) {
            return ENDLESS;
        }
        return size.getRows() > 0 ? size.getRows() : 24;
    }

    /** JLine clears from the cursor's row on, and then takes the old width for the new one. */
    @Override
    protected synchronized void handleSignal(Signal signal) {
        hold(() -> {
            if (away) {
                return;
            }
            if (signal == Signal.CONT) { // it was stopped by a signal, and the shell had the terminal
                terminal.puts(Capability.carriage_return);
                takeBack();
                return;
            }
            if (signal == Signal.WINCH && display instanceof WideDisplay wide) {
                size.copy(terminal.getSize());
                wide.goToTop(columns());
                wanted = onResize.get();
                prompt = SubstituteCharacters.SHARED.encode(wanted);
            }
            super.handleSignal(signal);
            afterResize.run();
        });
    }

    /** JLine has just made its own prompt, display and interrupt handler. */
    void takeTerminal() {
        prompt = SubstituteCharacters.SHARED.encode(wanted);
        maskingCallback = new SubstitutingMask();
        newDisplay();
        Attributes attributes = terminal.getAttributes();
        attributes.setControlChar(ControlChar.VINTR, NEVER_TYPED);
        attributes.setControlChar(ControlChar.VSUSP, NEVER_TYPED);
        terminal.setAttributes(attributes);
        own = attributes;
        terminal.handle(Signal.INT, signal -> onInterruptSignal.run());
        shown = true;
    }

    /** The line is about to be erased, or left to the shell. */
    void eraseBeside() {
        beside = RightText.NONE;
    }

    /** Nothing is drawn any more. */
    void gone() {
        shown = false;
    }
}
