package dev.voicebot.wording;

import java.util.Arrays;

/**
 * A text in spoken words.
 *
 * @param text what is said
 * @param ends for each character of it, how many characters of what was written are covered once it was said
 */
@SuppressWarnings("ArrayRecordComponent") // one number per character: boxes would cost ten times the text
public record Spoken(String text, int[] ends) {
    /** What is said as it is written. */
    public static Spoken asWritten(String text) {
        int[] ends = new int[text.length()];
        Arrays.setAll(ends, i -> i + 1);
        return new Spoken(text, ends);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Spoken spoken && text.equals(spoken.text) && Arrays.equals(ends, spoken.ends);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
