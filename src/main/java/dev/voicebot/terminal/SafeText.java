package dev.voicebot.terminal;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out of foreign text what a terminal would obey instead of show: control characters, escape sequences and
 * marks that reorder or hide text. Remembers a sequence that is cut between two pieces of a stream. One thread.
 */
public final class SafeText {
    private static final String TAB = "    ";
    private static final Pattern LINE_FEED = Pattern.compile("\\s*\n\\s*");

    private enum Inside {
        TEXT,
        ESCAPE,
        SHIFTED, // before one letter of another set, e.g. of a function key: ESC O Q is F2
        SEQUENCE,
        STRING,
        STRING_ESCAPE
    }

    private Inside inside = Inside.TEXT;

    /** One piece of text as a single row. */
    public static String row(String text) {
        String safe = new SafeText().clean(text);
        return (safe.indexOf('\n') < 0 ? safe : LINE_FEED.matcher(safe).replaceAll(" ")).strip();
    }

    /** One whole text; line feeds stay. */
    public static String rows(String text) {
        return new SafeText().clean(text);
    }

    /** A text for a file; line feeds and tabs stay. */
    public static String document(String text) {
        return new SafeText().cleanCells(text);
    }

    /** The next piece of a stream; line feeds stay, and tabs, which separate columns. */
    public String cleanCells(String piece) {
        return Arrays.stream(piece.split("\t", -1)).map(this::clean).collect(Collectors.joining("\t"));
    }

    /** The next piece of a stream; line feeds stay, tabs become spaces. */
    public String clean(String piece) {
        if (leaves(piece)) {
            return piece;
        }
        StringBuilder safe = new StringBuilder(piece.length());
        for (int i = 0; i < piece.length(); i++) {
            take(piece.charAt(i), safe);
        }
        return safe.toString();
    }

    /** Whether the next piece would surely come back as it is. */
    boolean leaves(String piece) {
        return inside == Inside.TEXT && isHarmless(piece);
    }

    private static boolean isHarmless(String piece) {
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            boolean ordinary = (c >= ' ' && c < 0x7f) || c == '\n'; // most are
            if (!ordinary && !isKept(c)) {
                return false;
            }
        }
        return true;
    }

    private void take(char c, StringBuilder safe) {
        switch (inside) {
            case TEXT -> takeText(c, safe);
            case ESCAPE -> takeAfterEscape(c, safe);
            case SHIFTED -> takeLast(c, safe);
            case SEQUENCE -> takeSequence(c, safe);
            case STRING -> takeString(c, safe);
            case STRING_ESCAPE -> {
                inside = Inside.TEXT;
                if (c != '\\') {
                    takeAfterEscape(c, safe);
                }
            }
        }
    }

    private void takeText(char c, StringBuilder safe) {
        if (c == '\033') {
            inside = Inside.ESCAPE;
        } else if (c == '\u009b') {
            inside = Inside.SEQUENCE;
        } else if (c == '\u0090' || c == '\u0098' || (c >= '\u009d' && c <= '\u009f')) {
            inside = Inside.STRING;
        } else if (c == '\t') {
            safe.append(TAB);
        } else if (c == '\n' || c == '\u2028' || c == '\u2029') {
            safe.append('\n');
        } else if (isKept(c)) {
            safe.append(c);
        }
    }

    private static boolean isKept(char c) {
        return c != '\u2028' && c != '\u2029' && !Character.isISOControl(c) && !reordersOrHides(c);
    }

    private void takeAfterEscape(char c, StringBuilder safe) {
        if (c == '[') {
            inside = Inside.SEQUENCE;
        } else if (c == ']' || c == 'P' || c == 'X' || c == '^' || c == '_') {
            inside = Inside.STRING;
        } else if (c >= ' ' && c <= '/') {
            inside = Inside.ESCAPE;
        } else if (c == 'N' || c == 'O') {
            inside = Inside.SHIFTED;
        } else {
            takeLast(c, safe);
        }
    }

    private void takeSequence(char c, StringBuilder safe) {
        if (c < ' ' || c > '?') {
            takeLast(c, safe);
        }
    }

    /** The end of a sequence, which goes with it; what can be no part of one stays. */
    private void takeLast(char c, StringBuilder safe) {
        inside = Inside.TEXT;
        if (c < ' ' || c > '~') {
            takeText(c, safe);
        }
    }

    /** A string ends at its terminator; at a line feed too, so that a broken one does not swallow the reply. */
    private void takeString(char c, StringBuilder safe) {
        if (c == '\033') {
            inside = Inside.STRING_ESCAPE;
        } else if (c == '\007' || c == '\u009c') {
            inside = Inside.TEXT;
        } else if (c == '\n') {
            inside = Inside.TEXT;
            safe.append(c);
        }
    }

    /** Bidirectional marks, embeddings, overrides and isolates; soft hyphen, zero-width space, word joiner, BOM. */
    private static boolean reordersOrHides(char c) {
        return c == '\u061c'
                || c == '\u200e'
                || c == '\u200f'
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u00ad'
                || c == '\u200b'
                || c == '\u2060'
                || c == '\ufeff';
    }
}
