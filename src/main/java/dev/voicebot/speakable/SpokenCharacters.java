package dev.voicebot.speakable;

/** Lets through what can be spoken: no control characters, terminal escapes, emoji or drawing; emoji are kept apart. One thread. */
final class SpokenCharacters {
    private static final char ESCAPE = '\u001b';
    private static final char BELL = '\u0007';
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** Inside what terminal sequence the text is. */
    private enum Sequence {
        NONE,
        ESCAPE,
        CONTROL,
        COMMAND
    }

    private Sequence sequence = Sequence.NONE;
    private char highSurrogate; // 0: none is waiting for its second half
    private final StringBuilder pictures = new StringBuilder();
    private boolean afterPicture;
    private boolean afterSpace = true;

    void take(char c, StringBuilder out) {
        if (Character.isHighSurrogate(c)) {
            highSurrogate = c;
        } else if (Character.isLowSurrogate(c)) {
            if (highSurrogate != 0) {
                takeCodePoint(Character.toCodePoint(highSurrogate, c), out);
            }
            highSurrogate = 0;
        } else {
            highSurrogate = 0;
            takeCodePoint(c, out);
        }
    }

    private void takeCodePoint(int c, StringBuilder out) {
        if (c == ESCAPE) {
            sequence = Sequence.ESCAPE;
        } else if (sequence != Sequence.NONE && c != '\n') {
            sequence = goOn(c);
        } else {
            sequence = Sequence.NONE;
            takeText(c, out);
        }
    }

    /** Where a sequence stands after {@code c}: CSI ends with a letter or such, OSC with a bell, others at once. */
    private Sequence goOn(int c) {
        return switch (sequence) {
            case ESCAPE -> c == '[' ? Sequence.CONTROL : c == ']' ? Sequence.COMMAND : Sequence.NONE;
            case CONTROL -> c >= '@' && c <= '~' ? Sequence.NONE : Sequence.CONTROL;
            case COMMAND -> c == BELL ? Sequence.NONE : Sequence.COMMAND;
            case NONE -> Sequence.NONE;
        };
    }

    private void takeText(int c, StringBuilder out) {
        if (isPicture(c)) {
            afterPicture = true;
            if (!isDrawing(c)) {
                pictures.appendCodePoint(c);
            }
        } else if (afterPicture && belongsToPicture(c)) {
            pictures.appendCodePoint(c);
        } else if (isSpoken(c)) {
            out.appendCodePoint(c);
            afterPicture = false;
            afterSpace = Character.isWhitespace(c);
        }
    }

    /** The emoji since the last call, with their joiners and a space that went with them. */
    String pictures() {
        if (pictures.isEmpty()) {
            return "";
        }
        String taken = pictures.toString();
        pictures.setLength(0);
        return taken;
    }

    /** Joiners hold emoji together; one of the two spaces around an emoji goes with it. */
    private boolean belongsToPicture(int c) {
        return c == ZERO_WIDTH_JOINER || (c == ' ' && afterSpace);
    }

    private static boolean isSpoken(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\r' || c == '\t';
            case Character.FORMAT -> c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
            case Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** Lines, boxes and blocks. */
    private static boolean isDrawing(int c) {
        return c >= 0x2500 && c < 0x25A0;
    }

    private static boolean isPicture(int c) {
        return (c >= 0x2300 && c <= 0x23FF) // technical: watch, hourglass, play
                || (c >= 0x2500 && c <= 0x27BF) // box drawing, blocks, shapes, symbols, dingbats
                || (c >= 0x2B00 && c <= 0x2BFF) // stars, squares
                || (c >= 0xFE00 && c <= 0xFE0F) // "draw the last one in colour"
                || c == 0x20E3 // "draw the last one as a key"
                || (c >= 0x1F000 && c <= 0x1FAFF);
    }
}
