package dev.voicebot.screen;

import dev.voicebot.terminal.CtrlC;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Whole lines, as the terminal edits them, where nothing is drawn. */
final class PlainLines {
    private final BufferedReader input;
    private final BooleanSupplier over;
    private final Consumer<String> enter;

    /** {@code enter} takes each line; {@code over} tells that the user leaves. */
    PlainLines(BufferedReader input, BooleanSupplier over, Consumer<String> enter) {
        this.input = input;
        this.over = over;
        this.enter = enter;
    }

    /** Until the user leaves, or the input ends. */
    void readAll(Runnable onInterrupt) {
        // JLine's dumb terminal does not hear of signals
        try (CtrlC interrupt = CtrlC.runs(onInterrupt, onInterrupt)) {
            while (!over.getAsBoolean()) {
                String typed = input.readLine();
                if (typed == null) {
                    return;
                }
                enter.accept(typed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
