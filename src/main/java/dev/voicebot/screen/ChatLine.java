package dev.voicebot.screen;

import dev.voicebot.config.Theme;
import dev.voicebot.terminal.Background;
import dev.voicebot.terminal.ControlSequence;
import dev.voicebot.terminal.CtrlC;
import dev.voicebot.terminal.HistoryWalk;
import dev.voicebot.terminal.KeyFilter;
import dev.voicebot.terminal.KeyName;
import dev.voicebot.terminal.KeyProtocol;
import dev.voicebot.terminal.LineHighlighter;
import dev.voicebot.terminal.PictureTerminal;
import dev.voicebot.terminal.Questions;
import dev.voicebot.terminal.SafeText;
import dev.voicebot.terminal.SubstituteCharacters;
import dev.voicebot.terminal.TerminalQuestions;
import dev.voicebot.terminal.WideDisplay;
import java.io.BufferedReader;
import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.MaskingCallback;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/**
 * The line being edited. It is never left by Enter: Enter runs an action, so that the prompt stays alive while a reply
 * streams. Keys run their actions on the reading thread under the line's lock; {@link #hold} takes the same lock.
 */
public final class ChatLine extends LineReaderImpl {
    /** How long a lone Esc may still become the start of a key's sequence. */
    private static final long ESCAPE_MILLIS = 100;

    private static final long LOOK_MILLIS = 100;
    private static final int ENDLESS = 100_000;

    /** What stands at the right of the line leaves so many columns behind it. */
    private static final int LEAST_ROOM = 3;

    /** JLine draws a smaller screen in a way of its own. */
    private static final int LEAST_ROWS = 5;

    private static final String KEYPAD_ENTER = "\033OM";

    /** As kitty's protocol has it, and xterm. */
    private static final List<String> SHIFT_ENTER = List.of("\033[13;2u", "\033[27;2;13~");

    private static final int LONGEST_ANSWER = 64;
    private static final Duration LATEST_ANSWER = Duration.ofSeconds(1);

    /** A control character no UTF-8 input contains: Ctrl-C and Ctrl-Z arrive as keys like all others. */
    private static final int NEVER_TYPED = 0xFF;

    /** The one way to change what is drawn of the text without changing the text. */
    private static final MaskingCallback STAND_INS = new MaskingCallback() {
        @Override
        public String display(String text) {
            return SubstituteCharacters.SHARED.encode(SafeText.rows(text)); // JLine draws a long text as it is
        }

        @Override
        public String history(String text) {
            return text;
        }
    };

    private final Terminal picture;

    /** How long leaving may wait for what the terminal still has to answer. */
    private static final long ANSWER_MILLIS = 100;

    private Optional<CommandMenu> menu = Optional.empty(); // set before the line is read
    private Function<CommandMenu.Row, AttributedString> menuLook = row -> AttributedString.EMPTY;
    private Runnable onEnter = () -> {};
    private Runnable onBegin = () -> {};
    private Runnable onInterruptSignal = () -> {};
    private Runnable onLeave = () -> {};
    private Supplier<AttributedString> onResize = () -> AttributedString.EMPTY;
    private Runnable afterResize = () -> {};
    private final Optional<BufferedReader> plainInput;
    private final Attributes usual;
    private String lastTyped = "";
    private Attributes own; // while the line is read
    private final HistoryWalk walk;
    private final KeyFilter filter;
    // under the lock: JLine calls what uses them from its own methods, which no compiler can follow
    private final AttributedStringBuilder missed = new AttributedStringBuilder(); // while another program is shown
    private boolean away;
    private AttributedString beside = AttributedString.EMPTY;
    private AttributedString wanted = AttributedString.EMPTY;
    private boolean shown;
    private boolean asked;
    private long askedNanos;

    private final KeyProtocol protocol;

    /** With {@code plainInput} whole lines are read from there, as the terminal edits them; nothing is drawn. */
    public ChatLine(Terminal terminal, KeyProtocol protocol, Optional<BufferedReader> plainInput) {
        super(KeyFilter.over(terminal, protocol::translate), "voicebot", new HashMap<>());
        this.protocol = protocol;
        this.plainInput = plainInput;
        usual = terminal.getAttributes();
        own = usual;
        walk = new HistoryWalk(history);
        picture = PictureTerminal.of(terminal);
        filter = (KeyFilter) this.terminal.reader();
        setParser(SlashLine.PARSER);
        setHighlighter(new LineHighlighter());
        setOpt(Option.DISABLE_EVENT_EXPANSION);
        setOpt(Option.ERASE_LINE_ON_FINISH);
        unsetOpt(Option.INSERT_TAB);
        setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "  ");
        getWidgets().put(LineReader.CALLBACK_INIT, this::prepare);
        KeyMap<Binding> keys = keys();
        keys.setAmbiguousTimeout(ESCAPE_MILLIS);
        bindBothForms(keys);
        getWidgets().put(LineReader.UP_LINE_OR_HISTORY, this::up);
        getWidgets().put(LineReader.DOWN_LINE_OR_HISTORY, this::down);
        keys.bind(new Reference(LineReader.SELF_INSERT_UNMETA), KeyMap.alt("\r"), KeyMap.alt("\n"));
        keys.bind(new Reference(LineReader.ACCEPT_LINE), KEYPAD_ENTER);
        bind("new-line", () -> buf.write("\n"), SHIFT_ENTER);
        filter.leaveOutUnless(this::isKnown);
    }

    @Override
    public String readLine() {
        if (plainInput.isEmpty()) {
            return super.readLine();
        }
        readPlainLines(plainInput.get());
        throw new EndOfFileException();
    }

    /** Until the user leaves. */
    private void readPlainLines(BufferedReader input) {
        terminal.handle(Signal.INT, signal -> interruptPlain());
        history.attach(this);
        state = State.NORMAL;
        // JLine's dumb terminal does not hear of signals
        try (CtrlC interrupt = CtrlC.runs(this::interruptPlain, this::interruptPlain)) {
            enterEach(input);
        } finally {
            hold(onLeave);
        }
    }

    private void enterEach(BufferedReader input) {
        try {
            while (state != State.EOF) {
                String typed = input.readLine();
                if (typed == null) {
                    return;
                }
                hold(() -> enterPlain(typed));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The terminal has written {@code ^C}. */
    private void interruptPlain() {
        hold(() -> {
            terminal.writer().println();
            terminal.flush();
        });
        onInterruptSignal.run();
    }

    private void enterPlain(String typed) {
        buf.write(typed);
        lastTyped = typed.isBlank() ? "" : SafeText.rows(buf.toString()).strip();
        onEnter.run();
    }

    /** What was typed before the last Enter, where whole lines are read; under the lock. */
    String lastTyped() {
        mustBeHeld();
        return lastTyped;
    }

    @Override
    public Binding readBinding(KeyMap<Binding> keys, KeyMap<Binding> local) {
        if (local == null && nextKey() == ControlSequence.ESCAPE && filter.isEscapeAlone()) {
            bindingReader.readCharacter();
            return keys.getBound(KeyMap.esc());
        }
        return super.readBinding(keys, local);
    }

    /** Waits for it and leaves it there. */
    private int nextKey() {
        int key = NonBlockingReader.READ_EXPIRED;
        try {
            while (key == NonBlockingReader.READ_EXPIRED) {
                key = bindingReader.peekCharacter(LOOK_MILLIS);
            }
            return key;
        } catch (IOError e) { // comes again, in its proper shape, when the key is read
            return NonBlockingReader.EOF;
        }
    }

    @Override
    public boolean beginPaste() {
        int begin = buf.cursor();
        super.beginPaste();
        String pasted = buf.substring(begin, buf.cursor());
        buf.backspace(buf.cursor() - begin); // code points, not characters
        buf.write(SafeText.rows(pasted));
        return true;
    }

    /** Whether {@code sequence} does something here. */
    private boolean isKnown(String sequence) {
        if (sequence.equals(BRACKETED_PASTE_END) || sequence.startsWith(Background.ANSWER)) {
            return true;
        }
        Binding bound = keys().getBound(sequence);
        return (bound instanceof Reference widget && widget.name().equals(LineReader.DO_LOWERCASE_VERSION))
                ? keys().getBound(sequence.toLowerCase(Locale.ROOT)) != null
                : bound != null;
    }

    private KeyMap<Binding> keys() {
        return Objects.requireNonNull(getKeyMaps().get(LineReader.MAIN));
    }

    /** Terminals send cursor keys in the one form or the other, whatever their description says. */
    private static void bindBothForms(KeyMap<Binding> keys) {
        List<String> widgets = List.of(
                LineReader.UP_LINE_OR_HISTORY,
                LineReader.DOWN_LINE_OR_HISTORY,
                LineReader.FORWARD_CHAR,
                LineReader.BACKWARD_CHAR,
                LineReader.BEGINNING_OF_LINE,
                LineReader.END_OF_LINE);
        for (int i = 0; i < widgets.size(); i++) {
            char end = "ABCDHF".charAt(i);
            keys.bind(new Reference(widgets.get(i)), "\033[" + end, "\033O" + end);
        }
    }

    /** A row up in the text; from its first row, to the earlier line that begins like this one. */
    private boolean up() {
        if (menu.isPresent() && menu.get().move(buf.toString(), -1)) {
            return true;
        }
        if (!walk.goesOn(buf.toString()) && buf.up()) {
            return true;
        }
        walk.up(buf.toString(), buf.upToCursor()).ifPresent(this::replace);
        return true;
    }

    private boolean down() {
        if (menu.isPresent() && menu.get().move(buf.toString(), 1)) {
            return true;
        }
        if (!walk.goesOn(buf.toString()) && buf.down()) {
            return true;
        }
        walk.down(buf.toString()).ifPresent(this::replace);
        return true;
    }

    /** Another text instead; under the lock. */
    public void replace(String text) {
        mustBeHeld();
        buf.clear();
        buf.write(text);
    }

    /** What Enter does, on the reading thread, under the lock. */
    public void onEnter(Runnable action) {
        onEnter = action;
    }

    /** What an interrupt from outside does, on a thread of its own. */
    public void onInterruptSignal(Runnable action) {
        onInterruptSignal = action;
    }

    /** What happens before the prompt goes away, on the reading thread, under the lock. */
    public void onLeave(Runnable action) {
        onLeave = action;
    }

    /** The prompt for the size that is now, and what to do when it is drawn; under the lock. */
    void onResize(Supplier<AttributedString> newPrompt, Runnable drawn) {
        onResize = newPrompt;
        afterResize = drawn;
    }

    /**
     * Asks the terminal for its background as soon as the line is read. Whenever the answer comes it is taken from the
     * keys, and {@code action} runs under the lock; there may be none.
     */
    public void askBackground(Consumer<Theme> action) {
        asked = true;
        bind("background", () -> Background.ofAnswer(restOfAnswer()).ifPresent(action), List.of(Background.ANSWER));
    }

    /** Up to BEL or ESC \\, the two ends that terminals use. */
    private String restOfAnswer() {
        StringBuilder rest = new StringBuilder();
        asked = false;
        while (rest.length() < LONGEST_ANSWER) {
            int c = peekCharacter(ESCAPE_MILLIS) < 0 ? -1 : readCharacter();
            if (c < 0 || c == '\007') {
                break;
            }
            if (c == '\033') {
                if (peekCharacter(ESCAPE_MILLIS) == '\\') {
                    readCharacter();
                }
                break;
            }
            rest.append((char) c);
        }
        return rest.toString();
    }

    /** An answer that is still on its way would be typed into the shell. */
    private void awaitBackground() {
        boolean soon = System.nanoTime() - askedNanos < LATEST_ANSWER.toNanos();
        if (!asked || !soon) {
            return;
        }
        asked = false;
        if (peekCharacter(ESCAPE_MILLIS) == '\033') {
            restOfAnswer(); // its own ESC ends nothing: it is the first
            restOfAnswer();
        }
    }

    /** Gives keys an action. */
    public void bind(String name, Runnable action, List<String> sequences) {
        getWidgets().put(name, () -> {
            action.run();
            return true;
        });
        sequences.forEach(sequence -> keys().bind(new Reference(name), sequence));
    }

    /** Space runs an action; where it has nothing to do, and in a search, Space types a space. */
    public void onSpace(BooleanSupplier action) {
        getWidgets()
                .put(
                        LineReader.SELF_INSERT,
                        () -> (" ".equals(getLastBinding()) && action.getAsBoolean()) || selfInsert());
    }

    /** What happens when a text is begun; quick, on the reading thread, under the lock. */
    public void onBegin(Runnable action) {
        onBegin = action;
    }

    @Override
    protected boolean selfInsert() {
        if (buf.length() == 0 && !"/".equals(getLastBinding())) {
            onBegin.run();
        }
        return typed(super.selfInsert());
    }

    @Override
    protected boolean backwardDeleteChar() {
        return typed(super.backwardDeleteChar());
    }

    private boolean typed(boolean done) {
        menu.ifPresent(commands -> commands.typed(buf.toString()));
        return done;
    }

    /** Tab. */
    @Override
    protected boolean expandOrComplete() {
        Optional<String> completed = menu.flatMap(commands -> commands.completed(buf.toString()));
        completed.ifPresent(this::replace);
        return completed.isPresent() || super.expandOrComplete();
    }

    /** Shows these commands below a text that begins with a slash. */
    public void menu(CommandMenu commands, Function<CommandMenu.Row, AttributedString> styles) {
        menu = Optional.of(commands);
        menuLook = styles;
    }

    /** Whether a menu was there to be closed; the text stays. Under the lock. */
    public boolean closeMenu() {
        return menu.isPresent() && menu.get().close(buf.toString());
    }

    private List<AttributedString> menuRows() {
        return post != null
                ? List.of()
                : menu.map(commands -> commands.rows(buf.toString(), columns(), rows())).orElse(List.of()).stream()
                        .map(row -> SubstituteCharacters.SHARED.encode(menuLook.apply(row)))
                        .toList();
    }

    /** Up on an empty line runs an action; where it has nothing to do, and anywhere else, Up is Up. */
    public void onUpWhenEmpty(BooleanSupplier action) {
        getWidgets().put(LineReader.UP_LINE_OR_HISTORY, () -> (buf.length() == 0 && action.getAsBoolean()) || up());
    }

    /** Whatever is said to run under the lock calls this first: where assertions are on, it fails without. */
    public void mustBeHeld() {
        assert lock.isHeldByCurrentThread() : "not under the line's lock: " + Thread.currentThread();
    }

    /** Runs {@code work} while nothing else touches the screen. */
    public void hold(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Prints rows above the prompt and shows the prompt anew; {@code atTheRight} stands at the right of the line, as
     * long as that leaves it room. Under the lock.
     */
    void show(AttributedString above, AttributedString newPrompt, AttributedString atTheRight) {
        mustBeHeld();
        wanted = newPrompt;
        beside = SubstituteCharacters.SHARED.encode(atTheRight);
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
                size.getRows() >= LEAST_ROWS && screenRows(all) + menuRows().size() < size.getRows();
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

    /** Whether the terminal tells that a key goes up, when it is asked to. */
    public boolean canTellRelease() {
        return protocol.isSpoken();
    }

    /** From now on a release of {@code key} comes as {@link KeyProtocol#RELEASED}; under the lock. */
    public void tellRelease(KeyName key) {
        send(protocol.begin(key));
    }

    /** Keys are as always again; under the lock. */
    public void tellReleaseNoMore() {
        send(protocol.end());
    }

    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        AttributedString line = super.getDisplayedBufferWithPrompts(secondaryPrompts);
        List<AttributedString> rows = menuRows();
        if (rows.isEmpty()) {
            return withBeside(line);
        }
        AttributedStringBuilder all = new AttributedStringBuilder().append(line);
        rows.forEach(row -> all.append("\n").append(row));
        return all.toAttributedString();
    }

    /** JLine's own right prompt stands in the first row, which is the reply's while one grows. */
    private AttributedString withBeside(AttributedString all) {
        if (beside.length() == 0 || post != null) {
            return all;
        }
        String text = all.toString();
        int row = text.lastIndexOf('\n') + 1;
        int room = columns() - 1 - all.subSequence(row, all.length()).columnLength() - beside.columnLength();
        if (room < LEAST_ROOM || text.indexOf('\n', prompt.length()) >= 0) {
            return all;
        }
        return new AttributedStringBuilder()
                .append(all)
                .append(" ".repeat(room))
                .append(beside)
                .toAttributedString();
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
        return plainInput.isPresent();
    }

    /** The text being edited; under the lock. */
    public String text() {
        mustBeHeld();
        return buf.toString();
    }

    /** Where the next character is typed; under the lock. */
    int cursor() {
        mustBeHeld();
        return buf.cursor();
    }

    /** Writes {@code text} over a part of the line; the cursor stays where it is in the text around. Under the lock. */
    public void replace(int at, int length, String text) {
        mustBeHeld();
        int cursor = buf.cursor();
        int moved = cursor >= at + length ? cursor - length + text.length() : Math.min(cursor, at);
        buf.cursor(at);
        buf.delete(length);
        buf.write(text);
        buf.cursor(moved);
    }

    /** Takes the text away, keeping it in the history unless it begins with a space; under the lock. */
    public String take() {
        mustBeHeld();
        String text = finishBuffer();
        discard();
        return text;
    }

    /** Throws the text away; under the lock. */
    public void discard() {
        buf.clear();
        undo.clear();
        modifiedHistory.clear();
        history.moveToEnd();
    }

    /** Types {@code text} at the cursor; under the lock. */
    public void insert(String text) {
        mustBeHeld();
        buf.write(text);
    }

    /** Puts {@code text} before what is typed, in rows of its own; under the lock. */
    public void insertBefore(String text) {
        String typed = buf.toString();
        buf.clear();
        buf.write(typed.isEmpty() ? text : text + "\n" + typed);
    }

    /** Ends the reading; only from a key's action. */
    public void leave() {
        state = State.EOF;
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
        if (plainInput.isPresent()) {
            program.run();
            return;
        }
        vanish();
        away = true;
        terminal.setAttributes(usual);
        terminal.handle(Signal.INT, signal -> {}); // not ignored: the program would inherit that
        int holds = lock.getHoldCount();
        for (int i = 0; i < holds; i++) {
            lock.unlock();
        }
        try {
            program.run();
        } finally {
            for (int i = 0; i < holds; i++) {
                lock.lock();
            }
            takeBack();
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
        AttributedString rows = missed.toAttributedString();
        missed.setLength(0);
        show(rows, wanted, beside);
    }

    private void newDisplay() {
        display = new WideDisplay(picture);
        display.resize(size.getRows(), size.getColumns());
    }

    int columns() {
        if (plainInput.isPresent()) {
            return ENDLESS; // the terminal wraps, and a screen reader reads on
        }
        return size.getColumns() > 0 ? size.getColumns() : 80;
    }

    int rows() {
        if (plainInput.isPresent()) {
            return ENDLESS;
        }
        return size.getRows() > 0 ? size.getRows() : 24;
    }

    @Override
    protected boolean acceptLine() {
        menu.flatMap(commands -> commands.chosen(buf.toString())).ifPresent(this::replace);
        closeMenu();
        onEnter.run();
        return true;
    }

    @Override
    protected void cleanup() {
        onLeave.run();
        awaitBackground();
        awaitKeyProtocol();
        beside = AttributedString.EMPTY; // the line is erased, or left to the shell
        super.cleanup();
        shown = false;
    }

    /** Or the shell would get it; what is typed meanwhile is lost. */
    private void awaitKeyProtocol() {
        long end = System.nanoTime() + ANSWER_MILLIS * 1_000_000;
        while (protocol.awaitsAnswer() && System.nanoTime() < end) {
            if (peekCharacter(ANSWER_MILLIS / 10) >= 0) {
                readCharacter();
            }
        }
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

    /** Runs once the terminal is in raw mode; JLine has just made its own prompt, display and interrupt handler. */
    private boolean prepare() {
        prompt = SubstituteCharacters.SHARED.encode(wanted);
        maskingCallback = STAND_INS;
        newDisplay();
        Attributes attributes = terminal.getAttributes();
        attributes.setControlChar(ControlChar.VINTR, NEVER_TYPED);
        attributes.setControlChar(ControlChar.VSUSP, NEVER_TYPED);
        terminal.setAttributes(attributes);
        own = attributes;
        terminal.handle(Signal.INT, signal -> onInterruptSignal.run());
        shown = true;
        if (asked) {
            askedNanos = System.nanoTime();
            terminal.writer().write(Background.QUESTION);
        }
        if (!protocol.isAsked() && !Terminal.TYPE_DUMB.equals(terminal.getType())) {
            send(protocol.ask());
        }
        return true;
    }
}
