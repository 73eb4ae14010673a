package dev.voicebot.terminal;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.IOException;
import java.util.function.Consumer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Questions at a terminal. Answers go into no history. */
public final class TerminalQuestions implements Questions {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalQuestions.class);
    private static final long FORGOTTEN_MILLIS = 20;
    private static final char HIDDEN = 0; // JLine then draws nothing

    private final Terminal terminal;

    private TerminalQuestions(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Asks on the process's terminal, and leaves it as it was.
     *
     * @param onInterrupt what Ctrl-C does between two questions
     * @throws AssistantException when there is no terminal to be had; what {@code work} throws
     */
    public static void ask(Consumer<Questions> work, Runnable onInterrupt) {
        try (Terminal terminal = SystemTerminal.open()) {
            ask(terminal, work, onInterrupt);
        } catch (IOException e) {
            throw new AssistantException(
                    FaultKind.FAILED, tr("Cannot use this terminal. Check TERM, or try another one."), e);
        }
    }

    /** The same on a terminal of the caller's. What is typed too early is not shown either: it may be the key. */
    public static void ask(Terminal terminal, Consumer<Questions> work, Runnable onInterrupt) {
        Attributes before = terminal.enterRawMode();
        SignalHandler handler = terminal.handle(Signal.INT, signal -> onInterrupt.run());
        try {
            work.accept(new TerminalQuestions(terminal));
        } finally {
            terminal.handle(Signal.INT, handler);
            terminal.setAttributes(before);
        }
    }

    @Override
    public String ask(String question) {
        return read(question, null);
    }

    @Override
    public String askHidden(String question) {
        return read(question, HIDDEN);
    }

    private String read(String question, @Nullable Character mask) {
        try {
            return new Prompt(terminal).readLine(SafeText.row(question) + " ", mask);
        } catch (UserInterruptException | EndOfFileException e) {
            forget();
            throw AssistantException.interrupted();
        } catch (IOException e) {
            throw new AssistantException(FaultKind.FAILED, tr("Cannot read the answer"), e);
        }
    }

    /** What was typed before Ctrl-C may be half a key, and must not reach who reads next. */
    private void forget() {
        try {
            while (terminal.reader().peek(FORGOTTEN_MILLIS) >= 0) {
                terminal.reader().read();
            }
        } catch (IOException e) {
            LOG.debug("the terminal is gone", e);
        }
    }

    @Override
    public void tell(String line) {
        RowBreaker.rows(SafeText.row(line), Math.max(2, terminal.getWidth()))
                .forEach(row -> terminal.writer().println(row));
        terminal.flush();
    }

    /** A line without the chat's keys. */
    private static final class Prompt extends LineReaderImpl {
        Prompt(Terminal terminal) throws IOException {
            super(terminal, "voicebot");
            setVariable(LineReader.DISABLE_HISTORY, true);
            setVariable(LineReader.DISABLE_COMPLETION, true);
            setOpt(Option.DISABLE_EVENT_EXPANSION);
        }
    }
}
