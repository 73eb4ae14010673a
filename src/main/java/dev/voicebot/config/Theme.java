package dev.voicebot.config;

/** The colours of the conversation: {@code chat.theme}. */
public enum Theme {
    /** By the terminal's background. */
    AUTO,
    LIGHT,
    DARK,
    NONE
}
