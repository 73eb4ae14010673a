package dev.voicebot.reading;

/**
 * A piece to be said in one go, a sentence usually.
 *
 * @param paragraph the number of its paragraph, from 1
 * @param sourceEnd how many characters of the text are covered once it was said
 */
public record Passage(String text, int paragraph, long sourceEnd) {}
