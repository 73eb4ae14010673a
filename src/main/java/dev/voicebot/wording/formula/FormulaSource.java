package dev.voicebot.wording.formula;

import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** A formula as it is written, and how far it has been read. */
final class FormulaSource {
    private static final Pattern GROUP_OF_THREE = Pattern.compile("\\d{3}(?!\\d)");

    private final String text;
    private int at;

    FormulaSource(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    void goTo(int place) {
        at = Math.min(place, text.length());
    }

    void goToEnd() {
        at = text.length();
    }

    boolean hasMore() {
        return at < text.length();
    }

    /** At most to the end. */
    void skip(int characters) {
        at = Math.min(at + characters, text.length());
    }

    char peek() {
        return text.charAt(at);
    }

    /** The character {@code further} on; 0 where there is none. */
    char peek(int further) {
        return at + further < text.length() ? text.charAt(at + further) : 0;
    }

    char take() {
        return text.charAt(at++);
    }

    boolean startsWith(String beginning) {
        return text.startsWith(beginning, at);
    }

    boolean isAfterDigit() {
        return at > 0 && Character.isDigit(text.charAt(at - 1));
    }

    /** Whether {@code pattern} begins here. */
    boolean looksAt(Pattern pattern) {
        return hasMore() && pattern.matcher(text).region(at, text.length()).lookingAt();
    }

    /** How far it is to {@code c}, {@code from} characters on at least; negative where it does not come. */
    int find(char c, int from) {
        return text.indexOf(c, at + from) - at;
    }

    String ahead(int length) {
        return text.substring(at, at + length);
    }

    /** What has been read from {@code start} on. */
    String since(int start) {
        return text.substring(start, at);
    }

    void skipSpaces() {
        takeWhile(Character::isWhitespace);
    }

    String takeWhile(IntPredicate goesOn) {
        int start = at;
        while (hasMore() && goesOn.test(peek())) {
            at++;
        }
        return text.substring(start, at);
    }

    /** The Latin letters from here on. */
    String wordAhead() {
        int start = at;
        String word = takeWhile(c -> c < 0x80 && Character.isLetter(c));
        at = start;
        return word;
    }

    /** The name of the command whose backslash is here. */
    String command() {
        at++;
        String name = takeWhile(c -> c < 0x80 && Character.isLetter(c));
        return name.isEmpty() && hasMore() ? String.valueOf(take()) : name;
    }

    /** The digits of a number, with its point and without commas between thousands. */
    String takeNumber() {
        int start = at;
        while (hasMore() && (Character.isDigit(peek()) || isInsideNumber())) {
            at++;
        }
        return text.substring(start, at).replace(",", "");
    }

    private boolean isInsideNumber() {
        boolean point = peek() == '.' && Character.isDigit(peek(1));
        boolean comma = peek() == ','
                && at + 1 < text.length()
                && GROUP_OF_THREE.matcher(text).region(at + 1, text.length()).lookingAt();
        return point || comma;
    }

    /** The digits behind a slash, where nothing but a number is there; else nothing, and nothing is read. */
    String takeDenominator() {
        if (!startsWith("/")) {
            return "";
        }
        int start = at++;
        String digits = takeWhile(Character::isDigit);
        if (digits.isEmpty() || (hasMore() && Character.isLetterOrDigit(peek()))) {
            at = start;
            return "";
        }
        return digits;
    }

    /** Whether the character just read stands behind an operator, or at the beginning. */
    boolean isAfterOperator() {
        int i = at - 2;
        while (i >= 0 && text.charAt(i) == ' ') {
            i--;
        }
        return i < 0 || "=<>≤≥+*×÷/({[,&^".indexOf(text.charAt(i)) >= 0;
    }
}
