package dev.voicebot.turn;

import dev.voicebot.chat.ChatUsage;

/**
 * Keeps the turns of a conversation. Called on the turn's thread, so be quick. What {@link #permit} throws refuses the
 * turn; what the others throw is told once, and the conversation goes on.
 */
public interface TurnKeeper {
    /** Keeps nothing. */
    TurnKeeper NONE = new TurnKeeper() {};

    /**
     * Before anything else.
     *
     * @throws dev.voicebot.outcome.AssistantException when there must be no further turn, with a line that says why
     */
    default void permit() {}

    /** A question goes to the model now. */
    default void asked(String question) {}

    /** The turn as far as it is, a few times a second while the reply's text grows. */
    default void grew(TurnRecord soFar) {}

    /** The turn is over, whatever its end; once for every question. */
    default void ended(TurnRecord turn) {}

    /** All turns are forgotten: what follows is another conversation. */
    default void forgotten() {}

    /** An answer was asked for ahead and not wanted after all; any thread. */
    default void thrownAway(String model, ChatUsage usage) {}

    /** The last turn that was remembered is taken back. */
    default void undone() {}
}
