package dev.voicebot.config;

/** Whether the chat model thinks before it answers. */
public enum Thinking {
    OFF,
    ON,
    /** Off while replies are spoken, else as the model does by itself. */
    AUTO
}
