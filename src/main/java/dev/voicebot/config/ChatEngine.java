package dev.voicebot.config;

/** Who answers: {@code chat.engine}. */
public enum ChatEngine {
    AUTO,
    DASHSCOPE,
    OPENAI,
    GUIDE
}
