package dev.voicebot.turn;

import java.util.Objects;

/**
 * A clause or sentence to be spoken now.
 *
 * @param text plain, without markup; empty when only text that is not spoken was left
 * @param sourceEnd how many characters of the reply, all of its tokens joined, are covered once this was spoken
 */
public record SpeakablePiece(String text, int sourceEnd) {
    public SpeakablePiece {
        Objects.requireNonNull(text);
        if (sourceEnd < 0) {
            throw new IllegalArgumentException("sourceEnd must be at least 0, got " + sourceEnd);
        }
    }

    /** Whether there is nothing to say. */
    public boolean isSilent() {
        return text.isBlank();
    }
}
