package dev.voicebot.speakable;

import dev.voicebot.language.EastAsian;
import dev.voicebot.wording.tokens.Marks;

/** Takes the marks of emphasis away and keeps stars that mean themselves; marks where inline code begins and ends. */
final class SpokenEmphasis {
    private static final int LONGEST_RUN = 64;
    private static final String QUOTATION = "\"'“”‘’";

    private final InlineText text;
    private boolean starOpen;
    private int codeTicks; // how many backticks opened the inline code; 0 outside

    SpokenEmphasis(InlineText text) {
        this.text = text;
    }

    void startLine() {
        starOpen = false;
        codeTicks = 0;
    }

    boolean isInCode() {
        return codeTicks > 0;
    }

    void closeCode() {
        if (codeTicks > 0) {
            text.out().append(Marks.END);
        }
        codeTicks = 0;
    }

    /** Handles a run of {@code c}, which begins at {@code at}; gives its length, 0 to wait for more. */
    int take(char c, int at, boolean whole) {
        int run = 1;
        while (run < LONGEST_RUN && at + run < text.length() && text.charAt(at + run) == c) {
            run++;
        }
        if (run < LONGEST_RUN && at + run == text.length() && !whole) {
            return 0;
        }
        char next = text.next(at + run);
        boolean mayBePattern = c == '*' && !starOpen && "./".indexOf(next) >= 0;
        if (mayBePattern && at + run + 1 == text.length() && !whole) {
            return 0;
        }
        if (c == '`') {
            backticks(at, run);
        } else if ((mayBePattern && isPattern(at + run))
                || (c == '*' && !starOpen && text.previous() == '.' && run == 1)) {
            text.out().append(text.held(), at, at + run);
        } else if (isMarkup(c, run, next)) {
            starOpen ^= c == '*' && run % 2 == 1;
        } else {
            text.out().append(text.held(), at, at + run);
        }
        text.previous(c);
        return run;
    }

    /** A pattern such as *.java: the character behind the stars decides. */
    private boolean isPattern(int next) {
        char behind = text.next(next + 1);
        return !Character.isLetterOrDigit(text.previous())
                && (text.charAt(next) == '/'
                        ? behind == '*' || Character.isLetter(behind)
                        : Character.isLowerCase(behind));
    }

    private void backticks(int at, int run) {
        if (codeTicks == 0) {
            codeTicks = run;
            text.out().append(Marks.CODE);
        } else if (codeTicks == run) {
            closeCode();
        } else { // inside code that was opened with more or fewer of them
            text.out().append(text.held(), at, at + run);
        }
    }

    private boolean isMarkup(char c, int run, char next) {
        char previous = text.previous();
        if (Character.isWhitespace(previous) && Character.isWhitespace(next)) {
            return false;
        }
        if (Character.isDigit(previous) && Character.isDigit(next)) {
            return false;
        }
        if (c == '*' && previous == '(' && next == ')') { // COUNT(*)
            return false;
        }
        if (c == '*' && run == 1 && next == '=' && Character.isWhitespace(previous)) { // x *= 2
            return false;
        }
        if (QUOTATION.indexOf(previous) >= 0 && QUOTATION.indexOf(next) >= 0) { // spoken of: "*"
            return false;
        }
        boolean insideWord = Character.isLetterOrDigit(previous) && Character.isLetterOrDigit(next);
        boolean besideHan = EastAsian.isHan(previous) || EastAsian.isHan(next);
        return switch (c) {
            case '~' -> run > 1;
            case '_' -> !insideWord;
            default -> run > 1 || starOpen || !insideWord || besideHan;
        };
    }
}
