package dev.voicebot.turn;

import static dev.voicebot.text.Messages.trn;

import dev.voicebot.chat.ChatHistory;
import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.ChatModel;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.chat.Exchange;
import dev.voicebot.chat.HistoryTooLongException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a conversation remembers: the turns that the model is reminded of, and the last reply where it did not reach the
 * user whole. {@link #messagesFor} on any thread; all else on the turn's, or between turns.
 */
final class TurnMemory {
    private final ChatHistory history;
    private final ChatModel model; // which may be exchanged for another
    private Optional<Unfinished> unfinished = Optional.empty();

    TurnMemory(ChatHistory history, ChatModel model) {
        this.history = history;
        this.model = model;
    }

    List<ChatMessage> messagesFor(String prompt, String question) {
        return history.messagesFor(prompt, question);
    }

    /** What to send so that the model goes on with {@code last}. */
    List<ChatMessage> messagesToGoOn(Unfinished last, String prompt) {
        List<ChatMessage> messages = history.messagesFor(prompt, "");
        return last.messages(messages.subList(0, messages.size() - (last.remembered() ? 3 : 1)));
    }

    /** Asks with as many turns of the history as the model takes, and keeps {@code least} of them in any case. */
    ChatUsage fitting(
            Supplier<List<ChatMessage>> messages, int least, TurnLog log, Function<List<ChatMessage>, ChatUsage> ask) {
        while (true) {
            List<ChatMessage> asked = messages.get();
            log.asked(asked);
            try {
                return ask.apply(asked);
            } catch (HistoryTooLongException e) {
                int dropped = history.size() - Math.max(least, history.size() / 2);
                if (dropped <= 0) {
                    throw e;
                }
                history.dropOldest(dropped);
                log.accept(new TurnEvent.Notice(trn(
                        "The conversation is too long for %s: its oldest turn was left out.",
                        "The conversation is too long for %s: its oldest %d turns were left out.",
                        dropped,
                        model.name(),
                        dropped)));
            }
        }
    }

    /** The last reply, where there is something to go on with. */
    Optional<Unfinished> unfinished() {
        return unfinished;
    }

    /** The user got all that there is of {@code text}; {@code goesOn} when the model may write more of it. */
    void whole(Answer answer, String text, boolean goesOn) {
        String all = answer.joined(text);
        remember(answer, all);
        unfinished = goesOn
                ? Optional.of(new Unfinished(answer.question(), all, all.length(), false, true))
                : Optional.empty();
    }

    /** The last reply is remembered whole, and only its first {@code spoken} characters were spoken. */
    void shortened(String question, String text, int spoken) {
        unfinished = Optional.of(
                        new Unfinished(question, text, Math.min(spoken, text.length()), true, history.size() > 0))
                .filter(Unfinished::isOpen);
    }

    /**
     * The reply ended early.
     *
     * @param reached as much of all its parts as the user got
     * @param keep whether that is remembered
     * @return whether the history holds it
     */
    boolean broke(Answer answer, String text, boolean textWhole, String reached, boolean keep) {
        boolean remembered = keep ? rememberReached(answer, reached) : answer.replacesLast();
        unfinished = Optional.of(
                        new Unfinished(answer.question(), answer.joined(text), reached.length(), textWhole, remembered))
                .filter(Unfinished::isOpen);
        return remembered;
    }

    private boolean rememberReached(Answer answer, String reached) {
        if (reached.isBlank()) {
            return false;
        }
        remember(answer, reached);
        return history.size() > 0;
    }

    private void remember(Answer answer, String text) {
        if (answer.replacesLast()) {
            history.removeLast();
        }
        history.add(answer.question(), text);
    }

    void clear() {
        history.clear();
        unfinished = Optional.empty();
    }

    /** Oldest turn first. */
    void restore(List<Exchange> exchanges) {
        history.restore(exchanges);
        unfinished = Optional.empty();
    }

    /** The last reply of an earlier run. */
    void leftUnfinished(String question, String text, String heard) {
        boolean isRemembered = !heard.isBlank() && history.size() > 0;
        unfinished = Optional.of(Unfinished.ofEarlier(question, text, heard, isRemembered))
                .filter(Unfinished::isOpen);
    }

    /** Oldest first. */
    List<Exchange> exchanges() {
        return history.exchanges();
    }

    /** Forgets the last turn, and gives it; empty when there is none. */
    Optional<Exchange> removeLast() {
        unfinished = Optional.empty();
        return history.removeLast();
    }
}
