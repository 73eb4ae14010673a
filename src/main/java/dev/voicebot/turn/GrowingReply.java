package dev.voicebot.turn;

import dev.voicebot.chat.ReplyCut;
import dev.voicebot.chat.ReplyListener;
import java.util.Optional;
import java.util.function.Consumer;

/** A reply's text while the model writes it: shown, handed to the voice and collected, token by token. Turn's thread. */
final class GrowingReply implements ReplyListener {
    private final Consumer<TurnEvent> events;
    private final SpokenReply spoken;
    private final StringBuilder text = new StringBuilder();
    private Optional<Cut> cut = Optional.empty();

    /** Why the model wrote no more, and the line for the user. */
    record Cut(ReplyCut reason, String line) {}

    GrowingReply(Consumer<TurnEvent> events, SpokenReply spoken) {
        this.events = events;
        this.spoken = spoken;
    }

    @Override
    public void token(String token) {
        text.append(token);
        events.accept(new TurnEvent.Token(token));
        spoken.add(token);
    }

    @Override
    public void thought(String thought) {
        events.accept(new TurnEvent.Thought(thought));
    }

    @Override
    public void cutShort(ReplyCut reason, String line) {
        cut = Optional.of(new Cut(reason, line));
    }

    /** As far as it was written. */
    String text() {
        return text.toString();
    }

    /** Empty where the model ended it by itself. */
    Optional<Cut> cut() {
        return cut;
    }
}
