package dev.voicebot.turn;

import dev.voicebot.chat.ChatUsage;
import dev.voicebot.outcome.AssistantException;

/** Two that keep the same turns, the first one first; a trouble of it does not stop the second. */
public record BothKeepers(TurnKeeper first, TurnKeeper second) implements TurnKeeper {
    @Override
    public void permit() {
        first.permit();
        second.permit();
    }

    @Override
    public void asked(String question) {
        both(() -> first.asked(question), () -> second.asked(question));
    }

    @Override
    public void grew(TurnRecord soFar) {
        both(() -> first.grew(soFar), () -> second.grew(soFar));
    }

    @Override
    public void ended(TurnRecord turn) {
        both(() -> first.ended(turn), () -> second.ended(turn));
    }

    @Override
    public void thrownAway(String model, ChatUsage usage) {
        both(() -> first.thrownAway(model, usage), () -> second.thrownAway(model, usage));
    }

    @Override
    public void forgotten() {
        both(first::forgotten, second::forgotten);
    }

    @Override
    public void undone() {
        both(first::undone, second::undone);
    }

    private static void both(Runnable one, Runnable other) {
        try {
            one.run();
        } catch (AssistantException e) {
            other.run();
            throw e;
        }
        other.run();
    }
}
