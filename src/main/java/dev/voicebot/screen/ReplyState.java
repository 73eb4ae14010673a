package dev.voicebot.screen;

import dev.voicebot.turn.TurnEvent;
import java.util.function.DoubleFunction;

/** What a reply does: it thinks, writes or speaks, unless it is paused, and how fast. Under the line's lock. */
final class ReplyState {
    private DoubleFunction<ChatState> stage = speed -> ChatState.Still.IDLE;
    private boolean paused;
    private double speed = 1;

    /** {@code stage} is what it does when it is not paused, at a speed. */
    void stage(DoubleFunction<ChatState> stage) {
        this.stage = stage;
    }

    void playing(TurnEvent.Playing playing) {
        paused = playing.paused();
        speed = playing.speed();
    }

    ChatState now() {
        return paused ? new ChatState.Paused(speed) : stage.apply(speed);
    }
}
