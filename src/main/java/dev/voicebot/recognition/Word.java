package dev.voicebot.recognition;

import java.time.Duration;

/** One word of a sentence and when it was said; {@code punctuation} is what follows it, without white space. */
public record Word(String text, Duration begin, Duration end, String punctuation) {}
