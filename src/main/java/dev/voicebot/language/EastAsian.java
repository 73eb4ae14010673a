package dev.voicebot.language;

/** The characters of Chinese and its neighbors; half of a rare one, as a {@code char}, counts as what the whole is. */
public final class EastAsian {
    private EastAsian() {}

    /** Whether {@code c} is a Chinese character, in whatever language: what {@code \p{IsHan}} is in a pattern. */
    public static boolean isHan(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF) // nearly all of them: a long text is counted by this
                || (c >= 0x3400 && c <= 0x4DBF)
                || isHalf(c)
                || (c >= 0x2E80 && Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    /** Whether there is any Chinese character: whoever wrote it reads Chinese, whatever else there is. */
    public static boolean hasHan(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHan(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code c} is as wide as a Chinese character: these, their marks, kana, Hangul and full-width letters. */
    public static boolean isWide(int c) {
        return (c >= 0x2E80 && c <= 0x9FFF)
                || isHangul(c)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFF00 && c <= 0xFFEF)
                || (c > 0xFFFF && isHan(c));
    }

    /** Whether {@code c} is of a script that puts no space between words. */
    static boolean isSpaceless(int c) {
        return isWide(c) && !isHangul(c);
    }

    private static boolean isHangul(int c) {
        return (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0x3130 && c <= 0x318F);
    }

    /** The first half; the second one counts nothing. */
    private static boolean isHalf(int c) {
        return c >= 0xD840 && c <= 0xD888;
    }
}
