package dev.voicebot.sessions;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A word of a search as the bytes of a JSON file may hold it, in either case. What it misses is not there; what it finds
 * has to be looked at. Immutable.
 */
final class RawWord {
    private static final int LAST_WITH_CASE = 0x1ffff;
    private static final int DOT_ABOVE = 0x307; // the lower case of İ is an i and this
    private static final String SIGMAS = "σςΣ"; // which one is a matter of its place in a word

    private final boolean[][] allowed; // by place and byte
    private final int[] shifts = new int[256];
    private final List<byte[]> otherwise; // how a letter of it may be written with more or fewer bytes

    private RawWord(boolean[][] allowed, List<byte[]> otherwise) {
        this.allowed = allowed;
        this.otherwise = otherwise;
        Arrays.fill(shifts, Math.max(1, allowed.length));
        for (int place = 0; place < allowed.length - 1; place++) {
            for (int b = 0; b < shifts.length; b++) {
                if (allowed[place][b]) {
                    shifts[b] = allowed.length - 1 - place;
                }
            }
        }
    }

    /** {@code word} in lower case. */
    static RawWord of(String word) {
        int[] letters = longestPlain(word);
        List<boolean[]> allowed = new ArrayList<>();
        List<byte[]> otherwise = new ArrayList<>();
        for (int letter : letters) {
            byte[] own = utf8(letter);
            boolean[][] places = new boolean[own.length][256];
            for (int variant : variants(letter)) {
                byte[] bytes = utf8(variant);
                if (bytes.length == own.length) {
                    allow(bytes, places);
                } else {
                    otherwise.add(bytes);
                }
            }
            allowed.addAll(List.of(places));
        }
        return new RawWord(allowed.toArray(boolean[][]::new), List.copyOf(otherwise));
    }

    /** How its letters may be written so that {@link #isIn} does not see them. */
    List<byte[]> otherwise() {
        return otherwise;
    }

    /** Whether it stands there, unless something of it is written {@link #otherwise} or as {@code \}{@code u....}. */
    boolean isIn(byte[] bytes, int from, int to) {
        int length = allowed.length;
        if (length == 0) {
            return true; // nothing of it can be looked for
        }
        boolean[] allowedLast = allowed[length - 1];
        int[] shift = shifts;
        for (int last = from + length - 1; last < to; last += shift[bytes[last] & 0xff]) {
            if (allowedLast[bytes[last] & 0xff] && isAt(bytes, last - length + 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(byte[] bytes, int at) {
        for (int place = 0; place < allowed.length; place++) {
            if (!allowed[place][bytes[at + place] & 0xff]) {
                return false;
            }
        }
        return true;
    }

    private static void allow(byte[] bytes, boolean[][] places) {
        for (int i = 0; i < bytes.length; i++) {
            places[i][bytes[i] & 0xff] = true;
        }
    }

    /** The longest part without what JSON may write with a backslash. */
    private static int[] longestPlain(String word) {
        int[] all = word.codePoints().toArray();
        int from = 0;
        int longest = 0;
        int begin = 0;
        for (int i = 0; i <= all.length; i++) {
            if (i == all.length || !isPlain(all[i])) {
                if (i - begin > longest) {
                    from = begin;
                    longest = i - begin;
                }
                begin = i + 1;
            }
        }
        return Arrays.copyOfRange(all, from, from + longest);
    }

    private static boolean isPlain(int letter) {
        return letter >= ' ' && letter != '"' && letter != '\\' && letter != '/' && letter != DOT_ABOVE;
    }

    /** Itself, and all letters whose lower case it is. */
    private static int[] variants(int letter) {
        if (SIGMAS.indexOf(letter) >= 0) {
            return SIGMAS.codePoints().toArray();
        }
        int[] found = {letter};
        for (int other = 'A'; other <= LAST_WITH_CASE; other++) {
            if (other != letter && Character.toLowerCase(other) == letter) {
                found = Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] = other;
            }
        }
        return found;
    }

    private static byte[] utf8(int letter) {
        return Character.toString(letter).getBytes(StandardCharsets.UTF_8);
    }
}
