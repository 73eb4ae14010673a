package dev.voicebot.turn;

import dev.voicebot.outcome.Cancellation;
import java.util.function.Consumer;

/** A conversation: turns that remember one another. One turn at a time, on the caller's thread. */
public final class Conversation {

    /**
     * One turn: asks the model, shows every token as it comes, speaks and saves the reply while it is being written.
     * Blocks until the reply has been heard. Trouble with speech, speaker or saving is told by a notice, and the turn
     * goes on without; trouble with the model ends it and leaves the history as it was. After an interruption the
     * history remembers what was heard.
     *
     * @throws dev.voicebot.outcome.AssistantException INTERRUPTED soon after the cancel; what the model throws
     */
    public void say(String question, Consumer<TurnEvent> events, Cancellation cancellation) {}

    /** Forgets all turns. */
    public void clear() {}

    /** Whether replies are spoken and saved as sound; false also when there is no voice. */
    public boolean speaks() {
        return false;
    }

    /** Takes effect with the next turn. */
    public void speak(boolean on) {}
}
