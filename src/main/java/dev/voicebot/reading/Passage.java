package dev.voicebot.reading;

/**
 * A piece to be said in one go, a sentence usually.
 *
 * @param text what is said
 * @param written the same as it was written, for readers
 * @param paragraph the number of its paragraph, from 1
 * @param sourceEnd how many characters of the text are covered once it was said
 */
public record Passage(String text, String written, int paragraph, long sourceEnd) {
    /** What is said as it was written. */
    public Passage(String text, int paragraph, long sourceEnd) {
        this(text, text, paragraph, sourceEnd);
    }
}
