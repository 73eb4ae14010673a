package dev.voicebot.language;

/** Where two pieces of text that follow each other need a space between them. */
public final class Spacing {
    private static final String BINDS_LEFT = ".,!?;:)]}…%°’”»'*_`~|";
    private static final String BINDS_RIGHT = "([{“‘«¿¡";

    private Spacing() {}

    /** Both pieces, with a space where they need one. */
    public static String join(String left, String right) {
        return isNeeded(left, right) ? left + ' ' + right : left + right;
    }

    /** Whether {@code right}, written behind {@code left} as it is, would run into it. */
    public static boolean isNeeded(CharSequence left, CharSequence right) {
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        int last = Character.codePointBefore(left, left.length());
        int first = Character.codePointAt(right, 0);
        boolean isApart = Character.isWhitespace(last) || Character.isWhitespace(first);
        boolean binds = BINDS_RIGHT.indexOf(last) >= 0 || BINDS_LEFT.indexOf(first) >= 0;
        boolean isSpaceless = EastAsian.isSpaceless(last) && EastAsian.isSpaceless(first);
        return !isApart && !binds && !isSpaceless;
    }
}
