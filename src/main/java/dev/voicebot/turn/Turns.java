package dev.voicebot.turn;

import dev.voicebot.chat.Exchange;
import dev.voicebot.outcome.Cancellation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A conversation as a screen sees it: its turns, one at a time. */
public interface Turns {
    /** One turn; blocks until the reply has been heard, on the screen's own thread. */
    void say(String question, Consumer<TurnEvent> events, Cancellation cancellation);

    /** Takes up the last reply where it stopped; as {@link #say}. */
    void goOn(Consumer<TurnEvent> events, Cancellation cancellation);

    /** Forgets all turns; never called while one runs. */
    void clear();

    /** Goes on where an earlier conversation ended; never called while a turn runs. */
    void restore(List<Exchange> exchanges);

    /**
     * The last reply of what {@link #restore} brought back had not reached the user whole: {@link #goOn} takes it up.
     *
     * @param text as far as it was written
     * @param heard its beginning that was heard or read
     */
    void leftUnfinished(String question, String text, String heard);

    /** The same for a long reply that was shown whole, and of which only the first {@code spoken} characters were spoken. */
    void leftShortened(String question, String text, int spoken);

    /** What the model will be reminded of, oldest first; never called while a turn runs. */
    List<Exchange> exchanges();

    /** Takes back the last turn, and gives it; empty when there is none. Never called while a turn runs. */
    Optional<Exchange> undo();

    /** Whether replies are spoken; called on any thread. */
    boolean speaks();

    /** Takes effect with the next turn; called on any thread. */
    void speak(boolean on);

    /** A question is coming; quick, called on any thread. */
    void getReady();

    /** The next question will probably be this; blank for none. Quick, called on any thread. */
    void expect(String question);

    /** Says how long ago the last word of the next question was spoken; called on any thread. */
    void heard(Duration ago);

    /** Moves through the reply that is being spoken; called on any thread. */
    Transport transport();
}
