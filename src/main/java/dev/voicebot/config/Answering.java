package dev.voicebot.config;

/** How the answer to a question of the reply is spoken, by who talks by key. */
public enum Answering {
    /** The microphone opens by itself. */
    AUTO,
    /** By the key. */
    OFF
}
