package dev.voicebot.wording.tokens;

/**
 * Characters around stretches that are read apart from prose. They are of the private use area, which no text that is
 * spoken has: what reads Markdown puts them there.
 */
public final class Marks {
    public static final char FORMULA = '\uE000';
    public static final char CODE = '\uE001';
    public static final char ADDRESS = '\uE002';
    /** Ends any of the three. */
    public static final char END = '\uE003';
    /** Begins words of the user's own, as they are said. */
    public static final char SAID = '\uE004';
    /** Between how they are said and how they are written. */
    public static final char WRITTEN = '\uE005';

    public static final char END_OF_WRITTEN = '\uE006';

    private Marks() {}

    /** Whether a stretch begins or ends there. */
    static boolean isMark(char c) {
        return c >= FORMULA && c <= END;
    }

    /** The text as it was written; fills {@code places} with where each character, and the end, has come to lie. */
    public static String strip(String marked, int[] places) {
        StringBuilder plain = new StringBuilder();
        boolean said = false;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            places[i] = plain.length();
            said = c == SAID || (said && c != WRITTEN);
            if (!said && (c < FORMULA || c > END_OF_WRITTEN)) {
                plain.append(c);
            }
        }
        places[marked.length()] = plain.length();
        return plain.toString();
    }
}
