package dev.voicebot.config;

/** How much of a long reply is spoken in a chat. */
public enum LongReplies {
    /** Its beginning. */
    AUTO,
    /** All of it. */
    OFF
}
