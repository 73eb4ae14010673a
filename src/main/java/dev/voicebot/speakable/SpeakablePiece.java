package dev.voicebot.speakable;

import dev.voicebot.wording.Spoken;
import java.util.Objects;

/**
 * A clause or sentence to be spoken now.
 *
 * @param spoken plain, without markup, in words; empty when only text that is not spoken was left
 * @param written the same as it was written, without markup
 * @param sourceEnd how many characters of the reply, all of its tokens joined, are covered once this was spoken
 */
public record SpeakablePiece(Spoken spoken, String written, int sourceEnd) {
    public SpeakablePiece {
        Objects.requireNonNull(spoken);
        if (sourceEnd < 0) {
            throw new IllegalArgumentException("sourceEnd must be at least 0, got " + sourceEnd);
        }
    }

    /** What is said as it was written. */
    public SpeakablePiece(String text, int sourceEnd) {
        this(Spoken.asWritten(text), text, sourceEnd);
    }

    /** What the voice receives. */
    public String text() {
        return spoken.text();
    }

    /** Whether there is nothing to say. */
    public boolean isSilent() {
        return text().isBlank();
    }
}
