package dev.voicebot.wording.tokens;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * The same text in the characters that the rules know: full-width forms, special spaces and hyphens, square units and
 * Roman numerals become plain ones. Knows for each character where it was written.
 */
final class Folding {
    private static final String FULL_WIDTH_SIGNS = "％＋－＝＜＞＆＠＃＄／～＊＾＿｜＼．";
    private static final String[] ROMAN_HUNDREDS = {"50", "100", "500", "1000"};

    private final StringBuilder text = new StringBuilder();
    private int[] starts;

    Folding(String written) {
        starts = new int[written.length() + 16];
        for (int i = 0; i < written.length(); i++) {
            fold(written, i);
        }
        mark(written.length());
    }

    String text() {
        return text.toString();
    }

    /** Where the character at {@code at} was written; the written length for the end. */
    int start(int at) {
        return starts[at];
    }

    private void fold(String written, int at) {
        char c = written.charAt(at);
        if (c < 0x80 || (c >= 0x3400 && c < 0xA000)) {
            add(c, at);
        } else if (c >= '\u2160' && c <= '\u217F') {
            add(roman(c & 0xF), at);
        } else if (isCompatible(c)) {
            add(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC), at);
        } else if (Character.isHighSurrogate(c) && isMathLetter(written, at)) {
            add(Normalizer.normalize(written.substring(at, at + 2), Normalizer.Form.NFKC), at);
        } else if (!(Character.isLowSurrogate(c) && at > 0 && isMathLetter(written, at - 1))) {
            add(plain(c, written, at), at);
        }
    }

    private static char plain(char c, String written, int at) {
        if ((c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ')) {
            return (char) (c - 0xFEE0);
        }
        if (FULL_WIDTH_SIGNS.indexOf(c) >= 0 || (isBetweenDigits(written, at) && "：，（）".indexOf(c) >= 0)) {
            return c == '，' ? c : (char) (c - 0xFEE0);
        }
        return switch (c) {
            case '\u00A0', '\u202F', '\u2009', '\u2007' -> isBetweenDigits(written, at) ? '\u2009' : ' ';
            case '\u2000',
                    '\u2001',
                    '\u2002',
                    '\u2003',
                    '\u2004',
                    '\u2005',
                    '\u2006',
                    '\u2008',
                    '\u200A',
                    '\u205F',
                    '\u3000' -> ' ';
            case '\u2010', '\u2011', '\u2012', '\u00AD', '\uFE63' -> '-';
            case '￥' -> '¥';
            case '￡' -> '£';
            case '￦' -> '₩';
            case 'º', '˚' -> '°';
            case 'µ' -> 'μ';
            case '〜', '∼' -> '~';
            case '＇', '´' -> '\'';
            case '∙', '⋅' -> '·';
            case '⩽' -> '≤';
            case '⩾' -> '≥';
            default -> c;
        };
    }

    private static boolean isBetweenDigits(String written, int at) {
        return at > 0
                && at + 1 < written.length()
                && Character.isDigit(written.charAt(at - 1))
                && Character.isDigit(written.charAt(at + 1));
    }

    /** Units in a square, letters that stand for a unit, ligatures. */
    private static boolean isCompatible(char c) {
        return (c >= '\u3371' && c <= '\u33DF')
                || (c >= '\uFB00' && c <= '\uFB06')
                || c == 'Å'
                || c == 'K'
                || c == '№'
                || c == '℃'
                || c == '℉'
                || c == 'Ω'
                || c == '㎐'
                || c == '⁄';
    }

    private static boolean isMathLetter(String written, int at) {
        return at + 1 < written.length()
                && Character.isHighSurrogate(written.charAt(at))
                && Character.isLowSurrogate(written.charAt(at + 1))
                && Character.toCodePoint(written.charAt(at), written.charAt(at + 1)) >> 10 == 0x1D400 >> 10;
    }

    private static String roman(int place) {
        return place < 12 ? String.valueOf(place + 1) : ROMAN_HUNDREDS[place - 12];
    }

    private void add(String folded, int at) {
        for (int i = 0; i < folded.length(); i++) {
            add(folded.charAt(i), at);
        }
    }

    private void add(char c, int at) {
        mark(at);
        text.append(c);
    }

    private void mark(int at) {
        if (text.length() >= starts.length - 1) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
        }
        starts[text.length()] = at;
    }
}
