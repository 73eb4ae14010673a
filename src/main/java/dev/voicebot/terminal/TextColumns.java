package dev.voicebot.terminal;

import java.util.Locale;

/**
 * Text measured in a terminal's columns: a Chinese character takes two, and so does an emoji. Terminals agree about
 * these widths; what they disagree about (variation selectors, skin tones, joined emoji) {@link SubstituteCharacters} leaves out.
 */
public final class TextColumns {
    /** First and last of what is two columns wide: East Asian Width W and F. */
    private static final int[] WIDE = ranges("1100-115F 231A-231B 2329-232A 23E9-23EC 23F0 23F3 25FD-25FE 2614-2615 "
            + "2648-2653 267F 2693 26A1 26AA-26AB 26BD-26BE 26C4-26C5 26CE 26D4 26EA 26F2-26F3 26F5 26FA 26FD 2705 "
            + "270A-270B 2728 274C 274E 2753-2755 2757 2795-2797 27B0 27BF 2B1B-2B1C 2B50 2B55 2E80-303E 3041-3247 "
            + "3250-4DBF 4E00-A4CF A960-A97F AC00-D7AF F900-FAFF FE10-FE1F FE30-FE6F FF01-FF60 FFE0-FFE6 16FE0-1B2FF "
            + "1F004 1F0CF 1F18E 1F191-1F19A 1F200-1F320 1F32D-1F335 1F337-1F37C 1F37E-1F393 1F3A0-1F3CA 1F3CF-1F3D3 "
            + "1F3E0-1F3F0 1F3F4 1F3F8-1F3FA 1F400-1F43E 1F440 1F442-1F4FC 1F4FF-1F53D 1F54B-1F54E 1F550-1F567 1F57A "
            + "1F595-1F596 1F5A4 1F5FB-1F64F 1F680-1F6C5 1F6CC 1F6D0-1F6D2 1F6D5-1F6DF 1F6EB-1F6EC 1F6F4-1F6FC "
            + "1F7E0-1F7EB 1F7F0 1F90C-1F93A 1F93C-1F945 1F947-1F9FF 1FA70-1FAFF 20000-3FFFD");

    private TextColumns() {}

    private static int[] ranges(String text) {
        String[] words = text.split(" ", -1);
        int[] ranges = new int[2 * words.length];
        for (int i = 0; i < words.length; i++) {
            String[] ends = words[i].toUpperCase(Locale.ROOT).split("-", -1);
            ranges[2 * i] = Integer.parseInt(ends[0], 16);
            ranges[2 * i + 1] = Integer.parseInt(ends[ends.length - 1], 16);
        }
        return ranges;
    }

    /** The columns of one code point; marks that join another character take none. */
    public static int width(int codePoint) {
        if (codePoint < 0x300) {
            return Character.isISOControl(codePoint) ? 0 : 1;
        }
        return takesNone(codePoint) ? 0 : isWide(codePoint) ? 2 : 1;
    }

    /** With spaces behind it, as wide as {@code columns}. */
    public static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    public static int width(CharSequence text) {
        return text.codePoints().map(TextColumns::width).sum();
    }

    private static boolean takesNone(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || (codePoint >= 0x1160 && codePoint <= 0x11FF)
                || isSkinTone(codePoint);
    }

    static boolean isSkinTone(int codePoint) {
        return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
    }

    private static boolean isWide(int codePoint) {
        int low = 0;
        int high = WIDE.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) / 2;
            if (codePoint < WIDE[2 * middle]) {
                high = middle - 1;
            } else if (codePoint > WIDE[2 * middle + 1]) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /** {@code text} as one row, cut with an ellipsis where it is wider than {@code columns}. */
    public static String fit(String text, int columns) {
        if (text.length() <= columns / 2 || width(text) <= columns) {
            return text;
        }
        return start(text, columns - 1) + "…";
    }

    /** As much of the beginning as fits. */
    public static String start(String text, int columns) {
        int width = 0;
        int end = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            width += width(c);
            if (width > columns) {
                break;
            }
            end += Character.charCount(c);
        }
        return text.substring(0, end);
    }

    /** As much of the end as fits. */
    static String end(String text, int columns) {
        int width = 0;
        int begin = text.length();
        while (begin > 0) {
            int c = text.codePointBefore(begin);
            width += width(c);
            if (width > columns) {
                break;
            }
            begin -= Character.charCount(c);
        }
        return text.substring(begin);
    }
}
