package dev.voicebot.chat;

import dev.voicebot.outcome.Cancellation;
import java.util.List;

/** Answers a conversation, word by word. */
public interface ChatModel {
    /**
     * Streams the answer to the last message; returns when it is whole. Blocks.
     *
     * @param messages the conversation, oldest first, the last one the user's
     * @param listener gets the answer piece by piece, on the calling thread
     * @return what the service counted for this answer; {@link ChatUsage#NONE} where it does not say
     * @throws HistoryTooLongException where fewer turns could be answered
     * @throws dev.voicebot.outcome.AssistantException INTERRUPTED soon after the cancel; SERVICE, CREDENTIALS or
     *     SETTINGS when the service refuses or fails, even in the middle of the answer
     */
    ChatUsage reply(List<ChatMessage> messages, ReplyListener listener, Cancellation cancellation);

    /** Whether answers are spoken from now on, so that a long silence before them is unwelcome. Quick; any thread. */
    default void spoken(boolean on) {}

    /** Opens what the next reply will need; may block for a moment, fails silently. Any thread. */
    default void getReady() {}

    /** The name that the service knows the model by, and that its price is found under; empty where there is none. */
    default String name() {
        return "";
    }
}
