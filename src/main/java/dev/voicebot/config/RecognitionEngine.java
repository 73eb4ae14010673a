package dev.voicebot.config;

/** Who understands speech: {@code recognition.engine}. */
public enum RecognitionEngine {
    AUTO,
    DASHSCOPE,
    OPENAI,
    SHERPA
}
