package dev.voicebot.repl;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.control.ControlServer;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.ChatLine;
import dev.voicebot.screen.CommandMenu;
import dev.voicebot.screen.PlainDisplay;
import dev.voicebot.screen.SlashCommands;
import dev.voicebot.talk.TalkKeys;
import dev.voicebot.terminal.HistoryFile;
import dev.voicebot.terminal.KeyProtocol;
import dev.voicebot.terminal.SystemTerminal;
import dev.voicebot.terminal.TextStyles;
import dev.voicebot.terminal.TypedLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.ShutdownHooks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The conversation on a terminal: a prompt that stays alive while replies stream above it. */
public final class ChatScreen {
    private static final Logger LOG = LoggerFactory.getLogger(ChatScreen.class);

    private final ChatParts parts;
    private final ChatLine line;
    private final ChatDisplay display;
    private final ChatAreas areas;
    private final SlashCommands commands;
    private final LineDispatch dispatch;
    private boolean beginsAgain; // by the reading thread
    private volatile @Nullable ControlServer control; // by the screen's thread; closed by whoever ends it

    private ChatScreen(ChatParts parts, Terminal terminal, Supplier<BufferedReader> lines) {
        this.parts = parts;
        this.line = new ChatLine(
                terminal,
                new KeyProtocol(),
                Optional.of(lines)
                        .filter(l -> parts.style().plain())
                        .map(Supplier::get)
                        .map(TypedLines::new));
        this.display = display(parts.style(), line);
        this.areas = ChatAreas.of(parts, display, line, this::submit);
        this.commands = new SlashCommands(areas.commands(parts, this::commands, this::clear, this::beginAgain));
        this.dispatch = new LineDispatch(display, line, areas, commands);
    }

    private static ChatDisplay display(ChatStyle style, ChatLine line) {
        return style.plain()
                ? new PlainDisplay(line)
                : ChatDisplay.on(line, new TextStyles(style.theme()), style.redrawInterval());
    }

    private void submit(String text) {
        dispatch.submit(text);
    }

    private SlashCommands commands() {
        return commands;
    }

    /**
     * Talks with the user on the process's terminal until they leave; returns with the terminal as it was.
     *
     * @return whether the chat is to begin again, because the settings were changed
     * @throws AssistantException when there is no terminal to be had
     */
    public static boolean run(ChatParts parts) {
        AtomicReference<ChatScreen> running = new AtomicReference<>();
        // Before the terminal: JLine runs these tasks in the order of their registration, and one of them closes it.
        ShutdownHooks.Task onShutdown = ShutdownHooks.add(() -> rescue(running.get()));
        try (Terminal terminal = parts.style().plain() ? SystemTerminal.openForLines() : SystemTerminal.open()) {
            ChatScreen screen = new ChatScreen(parts, terminal, SystemTerminal::lines);
            running.set(screen);
            screen.converse();
            return screen.beginsAgain;
        } catch (IOException e) {
            throw new AssistantException(
                    FaultKind.FAILED, tr("Cannot use this terminal. Check TERM, or try another one."), e);
        } finally {
            ShutdownHooks.remove(onShutdown);
        }
    }

    /** The same on a terminal of the caller's, which stays open. */
    static void run(ChatParts parts, Terminal terminal) {
        run(parts, terminal, SystemTerminal::lines);
    }

    /** With {@code lines} to read where the style is plain. */
    static void run(ChatParts parts, Terminal terminal, Supplier<BufferedReader> lines) {
        new ChatScreen(parts, terminal, lines).converse();
    }

    private void converse() {
        bindKeys();
        display.engines(parts.live().engines());
        parts.historyFile().ifPresent(this::keepHistory);
        line.hold(this::greet);
        parts.notices().accept(notice -> display.later(() -> display.notice(notice)));
        line.hold(areas.sessions()::showEarlier);
        listenToOthers();
        display.warmUp();
        line.hold(areas.handsFree()::start);
        if (parts.style().asksBackground()) {
            line.askBackground(display::colors);
        }
        try {
            while (true) {
                String text = line.readLine();
                line.hold(() -> submit(text));
            }
        } catch (EndOfFileException | UserInterruptException e) {
            LOG.debug("the user left");
        } finally {
            stop();
        }
    }

    private void greet() {
        parts.greeting().forEach(display::plain);
        areas.talking().announceKept();
        display.blankRow();
    }

    /** Another process may steer this chat, see {@link ChatControls}. */
    private void listenToOthers() {
        ChatControls controls = new ChatControls(
                line,
                new ChatControls.Hooks(
                        areas.talking()::isTalking, areas.talking()::toggle, dispatch::interrupt, display::current),
                parts);
        try {
            control = ControlServer.start(parts.control().folder(), controls);
        } catch (AssistantException e) {
            LOG.warn("no control socket", e);
            line.hold(() -> display.notice(e.userMessage()));
        }
    }

    private void bindKeys() {
        areas.replies().alsoStops(areas.replay()::stop);
        line.setCompleter(commands);
        line.onEnter(dispatch::enter);
        line.onBegin(parts.turns()::getReady);
        line.onLeave(this::leave);
        line.onInterruptSignal(() -> display.later(dispatch::interruptOrClear));
        line.bind("interrupt", dispatch::interruptOrClear, List.of("\003"));
        line.bind("stop", this::escape, List.of("\033"));
        line.menu(new CommandMenu(this::commands), display::menuRow);
        line.bind("suspend", this::suspend, List.of("\032"));
        areas.speech().bind(line);
        areas.edit().bind();
        line.onUpWhenEmpty(() -> dispatch.takeBack(areas.replies().takeBackLast()));
        new TalkKeys(parts.talk().style(), display, line, areas.talking()).bind();
    }

    /** What is being said until now is understood; the shell gets its terminal as it was. */
    private void suspend() {
        areas.talking().end(Duration.ZERO);
        Runnable goOn = areas.handsFree().pause();
        line.handOver(parts.suspend());
        goOn.run();
    }

    private void keepHistory(Path file) {
        try {
            HistoryFile.prepare(file);
            line.setVariable(LineReader.HISTORY_FILE, file);
        } catch (IOException e) {
            LOG.warn("no history file", e);
            line.hold(() -> display.notice(tr("Prompt history is off: cannot read and write %s.", file)));
        }
    }

    private void leave() {
        areas.edit().stop();
        areas.offer().cancel();
        areas.handsFree().off();
        areas.talking().leave();
        areas.replies().leave();
    }

    /** Esc: what is nearest to the line goes first. */
    private void escape() {
        if (!line.closeMenu()) {
            dispatch.stop();
        }
    }

    private void beginAgain() {
        beginsAgain = true;
        line.leave();
    }

    private void clear() {
        areas.replies().forget();
        if (line.isPlain()) {
            display.dim(tr("New conversation."));
        } else {
            line.clearScreen();
        }
    }

    /** When a signal ends the process while the line is being read: nobody else takes the prompt away. */
    private static void rescue(@Nullable ChatScreen screen) {
        if (screen == null) {
            return;
        }
        screen.line.hold(() -> {
            screen.leave();
            screen.line.vanish();
        });
        screen.stop();
    }

    /** Ends all that runs; again does nothing. Any thread. */
    private void stop() {
        ControlServer socket = control;
        if (socket != null) {
            socket.close();
        }
        try {
            line.hold(this::leave);
        } finally {
            areas.replies().close();
            display.close();
        }
    }
}
