package dev.voicebot.terminal;

/**
 * Holds back the end of a stream that is only a part of something: half a character, half a flag, an emoji to which
 * another will be joined. It comes with the next piece, or as the rest. One thread.
 */
public final class WholeClusters {
    private static final int JOINER = 0x200D;

    private String held = "";

    /** What of the stream so far was not given yet, as far as it is whole. */
    public String next(String piece) {
        String all = held + piece;
        int end = wholeEnd(all);
        held = all.substring(end);
        return all.substring(0, end);
    }

    /** What is held back; there comes no more. */
    public String rest() {
        String rest = held;
        held = "";
        return rest;
    }

    private static int wholeEnd(String text) {
        int end = text.length();
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        if (end > 0 && text.charAt(end - 1) == JOINER) {
            end--;
            end -= end > 0 ? Character.charCount(text.codePointBefore(end)) : 0;
        }
        return halfFlags(text, end) % 2 == 1 ? end - 2 : end;
    }

    /** How many halves of flags stand before {@code end}. */
    private static int halfFlags(String text, int end) {
        int count = 0;
        for (int i = end; i > 0 && SubstituteCharacters.isFlag(text.codePointBefore(i)); i -= 2) {
            count++;
        }
        return count;
    }
}
