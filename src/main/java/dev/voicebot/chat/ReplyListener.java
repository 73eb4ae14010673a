package dev.voicebot.chat;

/** Gets an answer while it is written; all of it on the thread that asked. */
@FunctionalInterface
public interface ReplyListener {
    /** The next piece of the answer, never an empty one. */
    void token(String text);

    /** The next piece of what the model thinks before it answers: no part of the answer. */
    default void thought(String text) {}

    /** The answer ends here although the model had more to say; {@code line} says why, for the user. */
    default void cutShort(ReplyCut why, String line) {}
}
