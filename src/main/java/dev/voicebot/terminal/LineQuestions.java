package dev.voicebot.terminal;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import java.io.IOException;
import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;

/** Questions a line each, for screen readers and terminals that can do nothing else: nothing is ever drawn again. */
public final class LineQuestions implements Questions {
    private final Terminal terminal;
    private final TypedLines lines;
    private final Cancellation cancellation;

    /** {@code cancellation} ends the wait for an answer. */
    public LineQuestions(Terminal terminal, TypedLines lines, Cancellation cancellation) {
        this.terminal = terminal;
        this.lines = lines;
        this.cancellation = cancellation;
    }

    /**
     * Asks on the process's terminal.
     *
     * @param onInterrupt what Ctrl-C does besides ending the questions
     * @throws AssistantException when there is no terminal to be had; what {@code work} throws
     */
    public static void ask(Consumer<Questions> work, Runnable onInterrupt) {
        Cancellation cancellation = new Cancellation();
        Runnable interrupt = () -> {
            cancellation.cancel();
            onInterrupt.run();
        };
        try (Terminal terminal = SystemTerminal.openForLines();
                CtrlC keys = CtrlC.runs(interrupt, interrupt)) {
            work.accept(new LineQuestions(terminal, new TypedLines(SystemTerminal.lines()), cancellation));
        } catch (IOException e) {
            throw new AssistantException(
                    FaultKind.FAILED, tr("Cannot use this terminal. Check TERM, or try another one."), e);
        }
    }

    @Override
    public String ask(String question) {
        terminal.writer().print(SafeText.row(question).strip() + " ");
        terminal.flush();
        return lines.next(cancellation).orElseThrow(AssistantException::interrupted);
    }

    /** The terminal is told to show nothing of what is typed. */
    @Override
    public String askHidden(String question) {
        if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) { // JLine found none that it can tell anything
            throw new AssistantException(
                    FaultKind.FAILED, tr("This terminal cannot hide what is typed. Set DASHSCOPE_API_KEY instead."));
        }
        Attributes before = terminal.getAttributes();
        Attributes hiding = new Attributes(before);
        hiding.setLocalFlag(LocalFlag.ECHO, false);
        terminal.setAttributes(hiding);
        try {
            return ask(question);
        } finally {
            terminal.setAttributes(before);
            terminal.writer().println();
            terminal.flush();
        }
    }

    @Override
    public void tell(String line) {
        terminal.writer().println(SafeText.row(line));
        terminal.flush();
    }
}
