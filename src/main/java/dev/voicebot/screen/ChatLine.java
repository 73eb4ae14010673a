package dev.voicebot.screen;

import dev.voicebot.config.Theme;
import dev.voicebot.terminal.Background;
import dev.voicebot.terminal.ControlSequence;
import dev.voicebot.terminal.KeyFilter;
import dev.voicebot.terminal.KeyName;
import dev.voicebot.terminal.KeyProtocol;
import dev.voicebot.terminal.LineHighlighter;
import dev.voicebot.terminal.Questions;
import dev.voicebot.terminal.SafeText;
import dev.voicebot.terminal.SubstituteCharacters;
import dev.voicebot.terminal.TypedLines;
import java.io.IOError;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.NonBlockingReader;

/**
 * The line being edited. It is never left by Enter: Enter runs an action, so that the prompt stays alive while a reply
 * streams. Keys run their actions on the reading thread under the line's lock; {@link #hold} takes the same lock.
 */
public final class ChatLine extends ShownLine {
    private static final long LOOK_MILLIS = 100;

    private Optional<CommandMenu> menu = Optional.empty(); // set before the line is read
    private Function<CommandMenu.Row, AttributedString> menuLook = row -> AttributedString.EMPTY;
    private Runnable onEnter = () -> {};
    private Runnable onLeave = () -> {};
    private final Optional<PlainLines> plain;
    private String lastTyped = "";
    private final KeyFilter filter;
    private final LineKeys keys;
    private final TerminalAnswers answers;
    private final KeyProtocol protocol;

    /** With {@code plainInput} whole lines are read from there, as the terminal edits them; nothing is drawn. */
    public ChatLine(Terminal terminal, KeyProtocol protocol, Optional<TypedLines> plainInput) {
        super(terminal, KeyFilter.over(terminal, protocol::translate), plainInput.isPresent());
        this.protocol = protocol;
        this.plain = plainInput.map(PlainLines::new);
        keys = new LineKeys(Objects.requireNonNull(getKeyMaps().get(LineReader.MAIN)));
        answers = new TerminalAnswers(protocol, this::peekCharacter, this::readCharacter);
        filter = (KeyFilter) this.terminal.reader();
        setParser(SlashLine.PARSER);
        setHighlighter(new LineHighlighter());
        setOpt(Option.DISABLE_EVENT_EXPANSION);
        setOpt(Option.ERASE_LINE_ON_FINISH);
        unsetOpt(Option.INSERT_TAB);
        setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "  ");
        getWidgets().put(LineReader.CALLBACK_INIT, this::prepare);
        keys.bindOwn();
        getWidgets().put(LineReader.UP_LINE_OR_HISTORY, this::up);
        getWidgets().put(LineReader.DOWN_LINE_OR_HISTORY, this::down);
        bind("new-line", () -> buf.write("\n"), LineKeys.SHIFT_ENTER);
        filter.leaveOutUnless(keys::areBound);
    }

    @Override
    public String readLine() {
        if (plain.isEmpty()) {
            return super.readLine();
        }
        readPlainLines(plain.get());
        throw new EndOfFileException();
    }

    /** Until the user leaves. */
    private void readPlainLines(PlainLines lines) {
        terminal.handle(Signal.INT, signal -> interruptPlain());
        history.attach(this);
        state = State.NORMAL;
        try {
            lines.readAll(() -> state == State.EOF, typed -> hold(() -> enterPlain(typed)), this::interruptPlain);
        } finally {
            hold(onLeave);
        }
    }

    /** The terminal has written {@code ^C}. */
    private void interruptPlain() {
        hold(() -> {
            terminal.writer().println();
            terminal.flush();
        });
        plain.flatMap(PlainLines::endOfQuestions).orElse(this::interruptSignal).run();
    }

    /** Where whole lines are read, the questions and answers are lines too. */
    @Override
    public void ask(Consumer<Questions> work, Runnable onInterrupt) {
        if (plain.isEmpty()) {
            super.ask(work, onInterrupt);
            return;
        }
        holdBackDuring(() -> plain.get().ask(terminal, work, onInterrupt));
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

    private boolean up() {
        if (!moveInMenu(-1)) {
            rowUp();
        }
        return true;
    }

    private boolean down() {
        if (!moveInMenu(1)) {
            rowDown();
        }
        return true;
    }

    private boolean moveInMenu(int by) {
        return menu.isPresent() && menu.get().move(buf.toString(), by);
    }

    /** What Enter does, on the reading thread, under the lock. */
    public void onEnter(Runnable action) {
        onEnter = action;
    }

    /** What happens before the prompt goes away, on the reading thread, under the lock. */
    public void onLeave(Runnable action) {
        onLeave = action;
    }

    /**
     * Asks the terminal for its background as soon as the line is read. Whenever the answer comes it is taken from the
     * keys, and {@code action} runs under the lock; there may be none.
     */
    public void askBackground(Consumer<Theme> action) {
        answers.wantBackground();
        bind(
                "background",
                () -> Background.ofAnswer(answers.restOfBackground()).ifPresent(action),
                List.of(Background.ANSWER));
    }

    /** Gives keys an action. */
    public void bind(String name, Runnable action, List<String> sequences) {
        getWidgets().put(name, () -> {
            action.run();
            return true;
        });
        keys.bind(name, sequences);
    }

    /** Space runs an action; where it has nothing to do, and in a search, Space types a space. */
    public void onSpace(BooleanSupplier action) {
        getWidgets()
                .put(
                        LineReader.SELF_INSERT,
                        () -> (" ".equals(getLastBinding()) && action.getAsBoolean()) || selfInsert());
    }

    @Override
    protected boolean selfInsert() {
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

    @Override
    List<AttributedString> rowsBelow() {
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

    /** Ends the reading; only from a key's action. */
    public void leave() {
        state = State.EOF;
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
        answers.await();
        eraseBeside();
        super.cleanup();
        gone();
    }

    /** Runs once the terminal is in raw mode. */
    private boolean prepare() {
        takeTerminal();
        answers.ask(terminal);
        return true;
    }
}
