package dev.voicebot.speakable;

import dev.voicebot.language.EastAsian;
import dev.voicebot.language.WrittenLanguage;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters of a line that are not decided yet, and the words that have come out. One thread. */
final class InlineText {
    /** Where in a document it stands. */
    enum Place {
        /** What is open at its end may be closed in the next line. */
        LINE,
        ROW_OF_TABLE,
        ELSEWHERE
    }

    /** Whether a text is there; maybe, when what is held ends too early. */
    enum Found {
        YES,
        NO,
        MAYBE
    }

    private final StringBuilder held = new StringBuilder();
    private final StringBuilder out;
    private Place place = Place.LINE;
    private char previous = '\n';
    private int han;
    private int otherLetters;

    InlineText(StringBuilder out) {
        this.out = out;
    }

    /** A part of {@code whole}, to be said before what follows. */
    static InlineText label(InlineText whole, String label) {
        InlineText text = new InlineText(whole.out);
        text.held.append(label);
        text.place = Place.ELSEWHERE;
        text.han = whole.han;
        text.otherLetters = whole.otherLetters;
        return text;
    }

    /** What was counted in a part belongs to the whole. */
    void count(InlineText label) {
        han = label.han;
        otherLetters = label.otherLetters;
    }

    StringBuilder held() {
        return held;
    }

    StringBuilder out() {
        return out;
    }

    int length() {
        return held.length();
    }

    char charAt(int at) {
        return held.charAt(at);
    }

    /** The character at {@code at}; at the end, a line break. */
    char next(int at) {
        return at < held.length() ? held.charAt(at) : '\n';
    }

    /** Matches from {@code at} on. */
    Matcher match(Pattern pattern, int at) {
        return pattern.matcher(held).region(at, held.length());
    }

    /** The last character that was handled. */
    char previous() {
        return previous;
    }

    void previous(char c) {
        previous = c;
    }

    Place place() {
        return place;
    }

    void place(Place now) {
        place = now;
    }

    /** Lets a character out; gives how many were used. */
    int emit(char c) {
        if (EastAsian.isHan(c)) {
            han++;
        } else if (Character.isLetter(c)) {
            otherLetters++;
        }
        out.append(c);
        previous = c;
        return 1;
    }

    void emit(String text) {
        text.chars().forEach(c -> emit((char) c));
    }

    boolean isAtStart() {
        return previous == '\n';
    }

    boolean isInsideWord() {
        return Character.isLetterOrDigit(previous) && !EastAsian.isHan(previous);
    }

    boolean isChinese() {
        return WrittenLanguage.isChinese(han, otherLetters);
    }

    boolean hasLetters() {
        return han + otherLetters > 0;
    }

    Found lookFor(String text, int at, boolean whole) {
        String there =
                held.substring(at, Math.min(held.length(), at + text.length())).toLowerCase(Locale.ROOT);
        if (there.equals(text)) {
            return Found.YES;
        }
        return text.startsWith(there) && !whole ? Found.MAYBE : Found.NO;
    }

    /** Where the bracket at {@code open} is closed within {@code limit} characters, or -1. */
    int closing(int open, int limit) {
        char opening = held.charAt(open);
        char closing = opening == '[' ? ']' : ')';
        int depth = 0;
        for (int i = open; i < Math.min(held.length(), open + limit); i++) {
            if (held.charAt(i) == opening) {
                depth++;
            } else if (held.charAt(i) == closing && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
