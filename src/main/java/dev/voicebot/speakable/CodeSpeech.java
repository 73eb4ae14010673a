package dev.voicebot.speakable;

/** What is said of a block of code: {@code speech.code}. */
public enum CodeSpeech {
    ANNOUNCE,
    SKIP,
    READ
}
