package dev.voicebot.screen;

import dev.voicebot.outcome.Cancellation;
import dev.voicebot.terminal.CtrlC;
import dev.voicebot.terminal.LineQuestions;
import dev.voicebot.terminal.Questions;
import dev.voicebot.terminal.TypedLines;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jline.terminal.Terminal;

/** Whole lines, as the terminal edits them, where nothing is drawn. */
final class PlainLines {
    private static final Cancellation NEVER = new Cancellation(); // nothing but the end of the input ends it

    private final TypedLines input;
    private volatile Optional<Runnable> endOfQuestions = Optional.empty(); // while they are asked

    PlainLines(TypedLines input) {
        this.input = input;
    }

    /** Until the user leaves, or the input ends; {@code enter} takes each line. */
    void readAll(BooleanSupplier over, Consumer<String> enter, Runnable onInterrupt) {
        // JLine's dumb terminal does not hear of signals
        try (CtrlC interrupt = CtrlC.runs(onInterrupt, onInterrupt)) {
            while (!over.getAsBoolean()) {
                Optional<String> typed = input.next(NEVER);
                if (typed.isEmpty()) {
                    return;
                }
                enter.accept(typed.get());
            }
        }
    }

    /** The questions and answers are lines too. */
    void ask(Terminal terminal, Consumer<Questions> work, Runnable onInterrupt) {
        Cancellation cancellation = new Cancellation();
        endOfQuestions = Optional.of(() -> {
            cancellation.cancel();
            onInterrupt.run();
        });
        try {
            work.accept(new LineQuestions(terminal, input, cancellation));
        } finally {
            endOfQuestions = Optional.empty();
        }
    }

    /** What an interrupt does while questions are asked. */
    Optional<Runnable> endOfQuestions() {
        return endOfQuestions;
    }
}
