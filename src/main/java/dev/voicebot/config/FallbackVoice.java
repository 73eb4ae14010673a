package dev.voicebot.config;

/** Who speaks while the chosen voice fails: {@code synthesis.fallback}. */
public enum FallbackVoice {
    NONE,
    ESPEAK
}
