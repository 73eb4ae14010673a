package dev.voicebot.recognition;

import java.time.Duration;

/** One sentence that the recogniser will not change any more; times count from the start of the sound. */
public record Sentence(String text, Duration begin, Duration end) {}
