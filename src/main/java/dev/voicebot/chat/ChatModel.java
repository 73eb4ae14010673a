package dev.voicebot.chat;

import dev.voicebot.outcome.Cancellation;
import java.util.List;
import java.util.function.Consumer;

/** Answers a conversation, word by word. */
public interface ChatModel {
    /**
     * Streams the answer to the last message; returns when it is whole. Blocks.
     *
     * @param messages the conversation, oldest first, the last one the user's
     * @param tokens gets each piece of the answer as it comes, never an empty one, on the calling thread
     * @return what the service counted for this answer; {@link ChatUsage#NONE} where it does not say
     * @throws dev.voicebot.outcome.AssistantException INTERRUPTED soon after the cancel; SERVICE, CREDENTIALS or
     *     SETTINGS when the service refuses or fails, even in the middle of the answer
     */
    ChatUsage reply(List<ChatMessage> messages, Consumer<String> tokens, Cancellation cancellation);

    /** Opens what the next reply will need; may block for a moment, fails silently. Any thread. */
    default void getReady() {}

    /** The name that the service knows the model by, and that its price is found under; empty where there is none. */
    default String name() {
        return "";
    }
}
