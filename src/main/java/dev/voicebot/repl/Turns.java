package dev.voicebot.repl;

import dev.voicebot.chat.Exchange;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.turn.Conversation;
import dev.voicebot.turn.Transport;
import dev.voicebot.turn.TurnEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the screen asks of a conversation; the contracts are those of {@link Conversation}. */
public interface Turns {
    /** One turn; blocks until the reply has been heard, on the screen's own thread. */
    void say(String question, Consumer<TurnEvent> events, Cancellation cancellation);

    /** Takes up the last reply where it stopped; as {@link #say}. */
    void goOn(Consumer<TurnEvent> events, Cancellation cancellation);

    /** Forgets all turns; never called while one runs. */
    void clear();

    /** Goes on where an earlier conversation ended; never called while a turn runs. */
    void restore(List<Exchange> exchanges);

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

    /** The turns of a real conversation. */
    static Turns of(Conversation conversation) {
        return new Turns() {
            @Override
            public void say(String question, Consumer<TurnEvent> events, Cancellation cancellation) {
                conversation.say(question, events, cancellation);
            }

            @Override
            public void goOn(Consumer<TurnEvent> events, Cancellation cancellation) {
                conversation.goOn(events, cancellation);
            }

            @Override
            public void clear() {
                conversation.clear();
            }

            @Override
            public void getReady() {
                conversation.getReady();
            }

            @Override
            public void expect(String question) {
                conversation.expect(question);
            }

            @Override
            public void heard(Duration ago) {
                conversation.heard(ago);
            }

            @Override
            public Transport transport() {
                return conversation.transport();
            }

            @Override
            public void restore(List<Exchange> exchanges) {
                conversation.restore(exchanges);
            }

            @Override
            public List<Exchange> exchanges() {
                return conversation.exchanges();
            }

            @Override
            public Optional<Exchange> undo() {
                return conversation.undo();
            }

            @Override
            public boolean speaks() {
                return conversation.speaks();
            }

            @Override
            public void speak(boolean on) {
                conversation.speak(on);
            }
        };
    }
}
