package dev.voicebot.markdown;

/** Who takes in the rows, and by what. */
public enum Medium {
    /** Eyes, with colors and weights. */
    STYLED,
    /** Eyes, with characters alone: headings and code keep their marks, because nothing else would set them apart. */
    MARKED,
    /** Ears, by a screen reader: what a mark means is said in words. */
    AUDIBLE
}
