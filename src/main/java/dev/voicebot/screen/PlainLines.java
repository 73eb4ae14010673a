package dev.voicebot.screen;

import dev.voicebot.outcome.Cancellation;
import dev.voicebot.terminal.CtrlC;
import dev.voicebot.terminal.TypedLines;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Whole lines, as the terminal edits them, where nothing is drawn. */
final class PlainLines {
    private static final Cancellation NEVER = new Cancellation(); // nothing but the end of the input ends it

    private final TypedLines input;
    private final BooleanSupplier over;
    private final Consumer<String> enter;

    /** {@code enter} takes each line; {@code over} tells that the user leaves. */
    PlainLines(TypedLines input, BooleanSupplier over, Consumer<String> enter) {
        this.input = input;
        this.over = over;
        this.enter = enter;
    }

    /** Until the user leaves, or the input ends. */
    void readAll(Runnable onInterrupt) {
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
}
