package dev.voicebot.chat;

/** Why an answer ended before the model was done. */
public enum ReplyCut {
    /** It reached the longest length that was allowed. */
    LENGTH,
    /** The service's content filter stopped it. */
    CONTENT_FILTER
}
