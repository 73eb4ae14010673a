package dev.voicebot.markdown;

/** What a piece of a row is; how that looks is the screen's affair. */
public enum SpanKind {
    HEADING,
    STRONG,
    EMPHASIS,
    STRUCK,
    QUOTE,
    /** Code, in a row of text or in a block of its own. */
    CODE,
    /** The words of a link. */
    LINK,
    /** Where a link leads. */
    ADDRESS,
    /** A bullet, a number, a quote's bar, a table's lines: drawn, not written. */
    MARK,
    // inside of code
    KEYWORD,
    LITERAL,
    COMMENT,
    NUMBER
}
