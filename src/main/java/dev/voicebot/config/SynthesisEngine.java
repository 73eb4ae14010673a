package dev.voicebot.config;

/** Who speaks: {@code synthesis.engine}. */
public enum SynthesisEngine {
    AUTO,
    DASHSCOPE,
    OPENAI,
    ESPEAK,
    SHERPA,
    PIPER
}
