package dev.voicebot.speakable;

import dev.voicebot.wording.tokens.Marks;
import java.util.regex.Pattern;

/** Finds formulas between dollar signs and brackets, and marks where they begin and end; they may be lines long. */
final class SpokenFormula {
    private static final int LONGEST_INLINE = 200;
    private static final int LONGEST = 2000;

    // $x^2$ is a formula; $5 is money, $HOME a name
    private static final Pattern SO_FAR = Pattern.compile("\\$(?:\\\\.*|[a-zA-Z](?:\\s?[^a-zA-Z\\s,.;:!?，。].*|\\s?)|"
            + "[(|{-].*|\\d[\\d.]*[a-zA-Z]{0,2}\\s?(?:[\\^\\\\_{}=+*<>×-].*)?)");
    private static final Pattern FORMULA = Pattern.compile("[^$]*[\\\\^_=+*<>{}×(].*|-?[a-zA-Z0-9]{1,2}");
    private static final Pattern CODE = Pattern.compile("->|::|(?<![\\\\a-zA-Z])[a-zA-Z]{4,}[_(]"); // $p->name($x)
    private static final Pattern SIGN = Pattern.compile("\\\\[a-zA-Z]|[\\^_=]");

    private final InlineText text;
    private final StringBuilder formula = new StringBuilder(); // that goes on in the next line
    private String end = "";

    SpokenFormula(InlineText text) {
        this.text = text;
    }

    /** Whether what comes next belongs to a formula. */
    boolean isOpen() {
        return !end.isEmpty();
    }

    /** Takes a character of a formula that is open. */
    void take(char c) {
        formula.append(c);
        int at = formula.length() - end.length();
        if (at >= 0 && formula.indexOf(end, at) >= 0) {
            formula.setLength(at);
            close();
        } else if (formula.length() > LONGEST) {
            close();
        }
    }

    /** Nothing follows; false when what is open is no formula: then it is held again, to be read as text. */
    boolean finish() {
        if (formula.length() < LONGEST_INLINE || SIGN.matcher(formula).find()) {
            close();
            return true;
        }
        end = "";
        text.held().append(formula);
        return false;
    }

    private void close() {
        end = "";
        speak(formula.toString());
        formula.setLength(0);
    }

    /** Handles a dollar sign; gives how many characters that were, 0 to wait for more. */
    int dollar(int at, boolean whole) {
        if (at + 1 == text.length()) {
            return whole ? text.emit('$') : 0;
        }
        if (text.charAt(at + 1) == '$') {
            return open(at, 2, "$$");
        }
        int close = text.held().indexOf("$", at + 1);
        if (close < 0) {
            boolean open = text.length() - at < LONGEST_INLINE
                    && text.match(SO_FAR, at).matches();
            return open && !whole && !text.isInsideWord() ? 0 : text.emit('$');
        }
        if (close + 1 == text.length() && !whole) {
            return 0;
        }
        return isFormula(at + 1, close) ? open(at, 1, "$") : text.emit('$');
    }

    /** Whether there is a formula between two dollar signs, and not two amounts of money. */
    private boolean isFormula(int start, int close) {
        boolean moneyFollows = Character.isDigit(text.next(close + 1));
        boolean variableFollows = "({".indexOf(text.next(close + 1)) >= 0 && text.next(close + 1) == text.charAt(start);
        return !moneyFollows
                && !variableFollows // $(user), group=$(group)
                && close > start
                && !Character.isWhitespace(text.charAt(start))
                && !Character.isWhitespace(text.charAt(close - 1))
                && FORMULA.matcher(text.held()).region(start, close).matches()
                && !CODE.matcher(text.held()).region(start, close).find();
    }

    /** A formula begins at {@code at} with {@code opening} characters; gives how many characters of it are held. */
    int open(int at, int opening, String closing) {
        int start = at + opening;
        int close = text.held().indexOf(closing, start);
        if (close >= 0) {
            speak(text.held().substring(start, close));
            return close + closing.length() - at;
        }
        if (text.place() != InlineText.Place.LINE) { // whole: nothing can close it
            return opening;
        }
        formula.append(text.held(), start, text.length());
        end = closing;
        return text.length() - at;
    }

    private void speak(String latex) {
        text.out()
                .append(Marks.FORMULA)
                .append(latex.replace('\n', ' ').strip())
                .append(Marks.END);
        text.previous('$');
    }
}
