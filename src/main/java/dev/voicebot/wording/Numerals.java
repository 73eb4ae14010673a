package dev.voicebot.wording;

/** How a voice receives plain numbers. */
public enum Numerals {
    /** Nothing is put into words but formulas. */
    AS_WRITTEN,
    /** As digits: for a voice with a normalization of its own, which reads those well. */
    DIGITS,
    /** As words: for a voice that only counts. */
    WORDS
}
