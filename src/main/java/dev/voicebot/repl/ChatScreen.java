package dev.voicebot.repl;

import dev.voicebot.control.ControlServer;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
    private final Board board;
    private final Timings timings;
    private final Thoughts thoughts;
    private final Replies replies;
    private final SpeechCommands speech;
    private final SessionCommands sessionCommands;
    private final EditCommand edit;
    private final ReplayCommand replay;
    private final SlashCommands commands;
    private final Talking talking;
    private final HandsFree handsFree;
    private volatile @Nullable ControlServer control; // by the screen's thread; closed by whoever ends it

    private ChatScreen(ChatParts parts, Terminal terminal, Supplier<BufferedReader> lines) {
        this.parts = parts;
        this.line = new ChatLine(
                terminal,
                new KeyProtocol(),
                Optional.of(lines).filter(l -> parts.style().plain()).map(Supplier::get));
        this.board = board(parts.style(), line);
        this.timings = new Timings(board, parts.style().showsTimings());
        this.thoughts = new Thoughts(board);
        this.replies = new Replies(
                parts.turns(), board, timings, thoughts, parts.style().enterQueues());
        this.speech = new SpeechCommands(board, parts.turns().transport(), replies, parts.transportKeys());
        this.sessionCommands = new SessionCommands(parts.sessions(), parts.turns(), board, replies);
        this.edit = new EditCommand(board, line, parts.environment());
        this.talking = new Talking(parts, board, line, replies, this::submit);
        this.handsFree = new HandsFree(parts.talk(), board, replies, talking);
        this.replay = new ReplayCommand(board, replies, parts.archive(), parts.speaker());
        this.commands = new SlashCommands(commandAreas());
    }

    private static Board board(ChatStyle style, ChatLine line) {
        return style.plain()
                ? new PlainBoard(line)
                : new Board(line, new Look(style.palette()), style.redrawInterval());
    }

    /** What can be typed, one list an area: each comes from a class of its own, in the order of the help. */
    private List<List<SlashCommand>> commandAreas() {
        return List.of(
                talking.commands(),
                handsFree.commands(),
                speech.commands(),
                sessionCommands.commands(),
                new UsageCommands(parts.usage(), board).commands(),
                new EngineCommands(board, parts.turns(), parts.live()).commands(),
                thoughts.commands(),
                new DeviceCommands(board, parts.live(), handsFree::reopen).commands(),
                new ConfigCommand(board, parts.settings(), parts.live()).commands(),
                edit.commands(),
                replay.commands(),
                new CopyCommand(board, line, replies, parts.environment()).commands(),
                List.of(SlashCommand.of("/clear", "start over and clear the screen", this::clear)),
                generalCommands());
    }

    private List<SlashCommand> generalCommands() {
        List<SlashCommand> general = new ArrayList<>(
                new HelpCommand(board, this::commands, parts.talk().offeredKeys(), line.isPlain()).commands());
        general.add(SlashCommand.of("/timings", "show or hide timings after each turn", timings::toggle));
        general.add(SlashCommand.of("/quit", "exit", line::leave));
        general.add(SlashCommand.of("/exit", "exit", line::leave));
        return general;
    }

    private SlashCommands commands() {
        return commands;
    }

    /**
     * Talks with the user on the process's terminal until they leave; returns with the terminal as it was.
     *
     * @throws AssistantException when there is no terminal to be had
     */
    public static void run(ChatParts parts) {
        AtomicReference<ChatScreen> running = new AtomicReference<>();
        // Before the terminal: JLine runs these tasks in the order of their registration, and one of them closes it.
        ShutdownHooks.Task onShutdown = ShutdownHooks.add(() -> rescue(running.get()));
        try (Terminal terminal = SystemTerminal.open()) {
            ChatScreen screen = new ChatScreen(parts, terminal, SystemTerminal::lines);
            running.set(screen);
            screen.converse();
        } catch (IOException e) {
            throw new AssistantException(
                    FaultKind.FAILED, "Cannot use this terminal. Check TERM, or try another one.", e);
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
        board.engines(parts.live().engines());
        parts.historyFile().ifPresent(this::keepHistory);
        line.hold(this::greet);
        parts.notices().accept(notice -> board.later(() -> board.notice(notice)));
        line.hold(sessionCommands::showEarlier);
        listenToOthers();
        board.warmUp();
        line.hold(handsFree::start);
        if (parts.style().asksBackground()) {
            line.askBackground(board::colors);
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
        parts.greeting().forEach(board::plain);
        board.blankRow();
    }

    /** Another process may steer this chat, see {@link ChatControls}. */
    private void listenToOthers() {
        ChatControls controls = new ChatControls(
                line,
                new ChatControls.Hooks(talking::isTalking, talking::toggle, this::interrupt, board::current),
                parts);
        try {
            control = ControlServer.start(parts.control().folder(), controls);
        } catch (AssistantException e) {
            LOG.warn("no control socket", e);
            line.hold(() -> board.notice(e.userMessage()));
        }
    }

    private void bindKeys() {
        replies.alsoStops(replay::stop);
        line.setCompleter(commands);
        line.onEnter(this::enter);
        line.onBegin(parts.turns()::getReady);
        line.onLeave(this::leave);
        line.onInterruptSignal(() -> board.later(this::interruptOrClear));
        line.bind("interrupt", this::interruptOrClear, List.of("\003"));
        line.bind("stop", this::interrupt, List.of("\033"));
        line.bind("suspend", this::suspend, List.of("\032"));
        speech.bind(line);
        edit.bind();
        line.onUpWhenEmpty(() -> takeBack(replies.takeBackLast()));
        new TalkKeys(parts.talk().style(), board, line, talking).bind();
    }

    /** What is being said until now is understood; the shell gets its terminal as it was. */
    private void suspend() {
        talking.end(Duration.ZERO);
        boolean slept = handsFree.sleep();
        line.handOver(parts.suspend());
        if (slept) {
            handsFree.wake();
        }
    }

    private void keepHistory(Path file) {
        try {
            HistoryFile.prepare(file);
            line.setVariable(LineReader.HISTORY_FILE, file);
        } catch (IOException e) {
            LOG.warn("no history file", e);
            line.hold(() -> board.notice("Prompt history is off: cannot read and write " + file + "."));
        }
    }

    private void enter() {
        boolean wakes = line.text().isBlank() && handsFree.wake();
        if (!wakes && !talking.stopAndSend()) {
            takeLine();
        }
    }

    /** Enter inside a block begins a new line. */
    private void takeLine() {
        if (BlockText.isOpen(line.text())) {
            line.insert("\n");
        } else {
            submit(line.take());
        }
    }

    private void submit(String text) {
        if (text.isBlank()) {
            return;
        }
        if (BlockText.isWhole(text)) {
            replies.ask(BlockText.content(text));
        } else if (text.startsWith("//")) {
            replies.ask(text.substring(1));
        } else if (text.startsWith("/")) {
            command(text.strip());
        } else {
            replies.ask(text);
        }
    }

    private void command(String typed) {
        String[] words = typed.split("\\s+", 2);
        String argument = words.length > 1 ? words[1] : "";
        commands.find(words[0])
                .ifPresentOrElse(command -> run(command, argument), () -> board.notice(commands.unknown(words[0])));
    }

    private void run(SlashCommand command, String argument) {
        if (!argument.isEmpty() && !command.takesArgument()) {
            board.notice(command.name() + " takes no argument. (To send text that starts with /, type //.)");
            return;
        }
        command.action().accept(argument);
    }

    private void interruptOrClear() {
        if (interrupt()) {
            return;
        }
        if (line.text().isEmpty()) {
            board.dim("Ctrl-D or /quit exits");
        } else {
            line.discard();
            board.refresh();
        }
    }

    /** Whether a talk or a reply was there to be stopped. */
    private boolean interrupt() {
        if (talking.cancel()) {
            return true;
        }
        boolean stopped = replies.interrupt();
        return takeBack(replies.takeBackAll()) || stopped;
    }

    /** Puts questions that were queued back into the line, before what is typed there. */
    private boolean takeBack(List<String> questions) {
        if (questions.isEmpty()) {
            return false;
        }
        line.insertBefore(String.join("\n", questions));
        board.refresh();
        return true;
    }

    private void leave() {
        edit.stop();
        handsFree.off();
        talking.leave();
        replies.leave();
    }

    private void clear() {
        replies.forget();
        line.clearScreen();
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
            replies.close();
            board.close();
        }
    }
}
