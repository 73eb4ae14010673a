package dev.voicebot.chat;

/** Whether the chat model thinks before it answers. */
public enum ThinkingMode {
    OFF,
    ON,
    /** Off while replies are spoken, else as the model does by itself. */
    AUTO
}
