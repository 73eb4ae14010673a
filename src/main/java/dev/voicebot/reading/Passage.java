package dev.voicebot.reading;

import java.time.Duration;

/**
 * A piece to be said in one go, a sentence usually; or a pause, without any text.
 *
 * @param text what is said
 * @param written the same as it was written, for readers
 * @param paragraph the number of its paragraph, from 1
 * @param sourceEnd how many characters of the text are covered once it was said
 * @param pause how long nothing is said; zero for what is said
 */
public record Passage(String text, String written, int paragraph, long sourceEnd, Duration pause) {
    public Passage(String text, String written, int paragraph, long sourceEnd) {
        this(text, written, paragraph, sourceEnd, Duration.ZERO);
    }

    /** What is said as it was written. */
    public Passage(String text, int paragraph, long sourceEnd) {
        this(text, text, paragraph, sourceEnd);
    }

    static Passage pause(Duration length, int paragraph, long sourceEnd) {
        return new Passage("", "", paragraph, sourceEnd, length);
    }

    boolean isPause() {
        return !pause.isZero();
    }
}
