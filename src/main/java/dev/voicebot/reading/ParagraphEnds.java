package dev.voicebot.reading;

/** Finds the empty lines that end paragraphs; those inside a fence of Markdown code end nothing. */
final class ParagraphEnds {
    private static final String FENCE = "```";

    private final StringBuilder line = new StringBuilder();
    private boolean fenced;
    private boolean hasText;

    /** Whether a paragraph ends with this character of the text. */
    boolean endsAt(char c) {
        if (c != '\n') {
            if (line.length() < FENCE.length() && !Character.isWhitespace(c)) {
                line.append(c);
            }
            return false;
        }
        boolean empty = line.isEmpty();
        if (line.toString().equals(FENCE)) {
            fenced = !fenced;
        }
        line.setLength(0);
        boolean ends = empty && hasText && !fenced;
        hasText = (hasText || !empty) && !ends;
        return ends;
    }
}
