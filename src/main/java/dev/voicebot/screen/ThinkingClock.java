package dev.voicebot.screen;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;

/** Counts the seconds until an answer's first token, as a state that is shown. Under the line's lock. */
final class ThinkingClock {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** A model that tells no thoughts may think all the same. */
    private static final Duration LONG_SILENCE = Duration.ofSeconds(5);

    private final ChatDisplay display;
    private final BooleanSupplier goesOn;
    private final Consumer<DoubleFunction<ChatState>> stage;
    private boolean thoughtsCame;
    private long asked; // System.nanoTime

    /** {@code stage} receives the state by speed, while it {@code goesOn}. */
    ThinkingClock(ChatDisplay display, BooleanSupplier goesOn, Consumer<DoubleFunction<ChatState>> stage) {
        this.display = display;
        this.goesOn = goesOn;
        this.stage = stage;
    }

    /** The question goes to the model. */
    void start() {
        stage.accept(speed -> new ChatState.Thinking(Optional.empty(), speed));
        asked = System.nanoTime();
        display.later(this::count, LONG_SILENCE);
    }

    /** The model tells what it thinks. */
    void thoughtCame() {
        if (!thoughtsCame) {
            thoughtsCame = true;
            count();
        }
    }

    private void count() {
        if (goesOn.getAsBoolean()) {
            Duration time = Duration.ofNanos(System.nanoTime() - asked);
            stage.accept(speed -> new ChatState.Thinking(Optional.of(time), speed));
            display.later(this::count, SECOND.minusNanos(time.toNanosPart()));
        }
    }
}
