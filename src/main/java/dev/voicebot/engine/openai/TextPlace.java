package dev.voicebot.engine.openai;

import dev.voicebot.language.EastAsian;

/**
 * Where in a growing reply a chat template's mark stands, which tells a mark from a word about one. Models begin their
 * thoughts at the beginning of a line or right behind a sentence; who writes about {@code <think>} puts it into code, or
 * between the words of a sentence.
 */
final class TextPlace {
    private static final String SENTENCE_ENDS = ".!?…:。！？：";
    private static final String OPENING = "\"'“‘(（[{「『《«`";
    private static final String CONTENT = "\n<*#"; // begins a thought as letters do
    private static final int CODE_INDENT = 4; // spaces

    /** What a mark means where it stands. */
    enum Reading {
        MARK,
        /** A word of the text. */
        WORD,
        /** A mark, if it is one of a pair. */
        DOUBTFUL
    }

    private final CodeSpans code = new CodeSpans();
    private char last = '\n';
    private char lastVisible = '\n';
    private boolean replyBlank = true;
    private boolean lineBlank = true;
    private int indent;

    void read(char c) {
        code.read(c);
        last = c;
        if (c == '\n') {
            lineBlank = true;
            indent = 0;
        } else if (Character.isWhitespace(c)) {
            indent += c == '\t' ? CODE_INDENT : 1;
        } else {
            lastVisible = c;
            lineBlank = false;
            replyBlank = false;
        }
    }

    /** Whether nothing but white space has come. */
    boolean isReplyStart() {
        return replyBlank;
    }

    /** How a mark is to be read that stands here, before {@code next}; {@code opens}: whether it is the first of a pair. */
    Reading reading(char next, boolean opens) {
        if (code.isInside()) {
            return Reading.WORD;
        }
        if (replyBlank || (lineBlank && indent < CODE_INDENT)) {
            return Reading.MARK;
        }
        if (lineBlank) {
            return Reading.WORD;
        }
        boolean apart = Character.isWhitespace(last) || OPENING.indexOf(last) >= 0;
        boolean textFollows =
                CONTENT.indexOf(next) >= 0 || Character.isLetterOrDigit(next) || Character.isSurrogate(next);
        if (apart && !textFollows) {
            return Reading.WORD;
        }
        if (opens) {
            return textFollows && SENTENCE_ENDS.indexOf(lastVisible) >= 0 ? Reading.MARK : Reading.DOUBTFUL;
        }
        return EastAsian.isHan(last) && EastAsian.isHan(next) ? Reading.WORD : Reading.MARK;
    }
}
