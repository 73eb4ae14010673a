package dev.voicebot.engine.guide;

import dev.voicebot.engine.guide.Unsolvable.Reason;

/** Calculates {@code + - * / ^ %} and parentheses; one use. */
final class Expression {
    private static final int LONGEST = 200; // characters; bounds the depth of recursion

    private final String text;
    private int at;

    private Expression(String text) {
        this.text = text;
    }

    static Quantity evaluate(String text) throws Unsolvable {
        if (text.length() > LONGEST) {
            throw new Unsolvable(Reason.UNREADABLE);
        }
        Expression expression = new Expression(text);
        Quantity result = expression.sum();
        expression.skipSpace();
        if (expression.at < text.length()) {
            throw new Unsolvable(Reason.UNREADABLE);
        }
        return result;
    }

    private Quantity sum() throws Unsolvable {
        Quantity left = product();
        while (true) {
            if (take('+')) {
                left = left.plus(product());
            } else if (take('-')) {
                left = left.minus(product());
            } else {
                return left;
            }
        }
    }

    private Quantity product() throws Unsolvable {
        Quantity left = signed();
        while (true) {
            if (take('*')) {
                left = left.times(signed());
            } else if (take('/')) {
                left = left.dividedBy(signed());
            } else if (take('%')) { // one that percent() left: an operand follows
                left = left.modulo(signed());
            } else {
                return left;
            }
        }
    }

    private Quantity signed() throws Unsolvable {
        if (take('-')) {
            return signed().negated();
        }
        return take('+') ? signed() : power();
    }

    private Quantity power() throws Unsolvable {
        Quantity base = percent();
        return take('^') ? base.toThe(signed()) : base;
    }

    private Quantity percent() throws Unsolvable {
        Quantity value = atom();
        while (peek() == '%' && !operandFollows()) {
            at++;
            value = value.dividedBy(Quantity.of("100"));
        }
        return value;
    }

    private Quantity atom() throws Unsolvable {
        if (!take('(')) {
            return number();
        }
        Quantity inside = sum();
        if (!take(')')) {
            throw new Unsolvable(Reason.UNREADABLE);
        }
        return inside;
    }

    private Quantity number() throws Unsolvable {
        skipSpace();
        int from = at;
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        try {
            return Quantity.of(text.substring(from, at));
        } catch (NumberFormatException e) {
            throw new Unsolvable(Reason.UNREADABLE);
        }
    }

    private boolean operandFollows() {
        int next = at + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next < text.length() && (isDigit(text.charAt(next)) || ".(".indexOf(text.charAt(next)) >= 0);
    }

    private boolean take(char sign) {
        if (peek() != sign) {
            return false;
        }
        at++;
        return true;
    }

    /** The next sign; 0 at the end. */
    private char peek() {
        skipSpace();
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
