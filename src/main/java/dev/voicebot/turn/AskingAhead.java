package dev.voicebot.turn;

import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.ChatModel;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.chat.ReplyListener;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the model before its answer can be used: for a question that is only expected, or while the voice is being opened.
 * One answer at a time; none of it is seen before {@link #reply} wants it. Any thread.
 */
final class AskingAhead {
    private static final Logger LOG = LoggerFactory.getLogger(AskingAhead.class);

    private final ChatModel model;
    private final TurnKeeper keeper;
    private final AtomicReference<@Nullable PreemptiveReply> running = new AtomicReference<>();

    /** {@code keeper} is asked for permission, and told what was asked for nothing. */
    AskingAhead(ChatModel model, TurnKeeper keeper) {
        this.model = model;
        this.keeper = keeper;
    }

    /** Asks this, unless that is being done, and throws away what was asked for another question. Quick. */
    void ask(List<ChatMessage> messages) {
        PreemptiveReply before = running.get();
        if (before == null || !before.isFor(messages)) {
            replace(permitted() ? PreemptiveReply.ask(model, messages, this::wasted) : null);
        }
    }

    /** Nothing is expected any more. Quick. */
    void forget() {
        replace(null);
    }

    /** The answer to this, as {@link ChatModel#reply}: the one that was asked for already, or else a new one. */
    ChatUsage reply(List<ChatMessage> messages, ReplyListener listener, Cancellation turn) {
        PreemptiveReply ahead = running.getAndSet(null);
        if (ahead != null && ahead.isFor(messages)) {
            return ahead.into(listener, turn);
        }
        throwAway(ahead);
        return model.reply(messages, listener, turn);
    }

    private void replace(@Nullable PreemptiveReply next) {
        throwAway(running.getAndSet(next));
    }

    private static void throwAway(@Nullable PreemptiveReply start) {
        if (start != null) {
            start.throwAway();
        }
    }

    private boolean permitted() {
        try {
            keeper.permit();
            return true;
        } catch (AssistantException e) {
            return false; // told when the turn begins
        }
    }

    private void wasted(ChatUsage usage) {
        LOG.info("asked ahead for nothing: {} tokens", usage.completionTokens());
        keeper.thrownAway(model.name(), usage);
    }
}
