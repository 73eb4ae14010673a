package dev.voicebot.engine.guide;

import java.math.BigDecimal;
import java.math.MathContext;

/** A sum of numbers, + - * / ^ % (remainder) and parentheses; multiplication before addition, ^ first and rightmost. */
final class Expression {
    private static final MathContext PRECISION = new MathContext(16);
    private static final int MAX_POWER = 9999;

    private final String text;
    private int at;

    Expression(String text) {
        this.text = text.replaceAll("\\s+", "");
    }

    BigDecimal value() {
        BigDecimal value = sum();
        if (at < text.length()) {
            throw new NotASum();
        }
        return value;
    }

    private BigDecimal sum() {
        BigDecimal value = product();
        while (true) {
            if (accept('+')) {
                value = value.add(product());
            } else if (accept('-')) {
                value = value.subtract(product());
            } else {
                return value;
            }
        }
    }

    private BigDecimal product() {
        BigDecimal value = signed();
        while (true) {
            if (accept('*')) {
                value = value.multiply(signed());
            } else if (accept('/')) {
                value = value.divide(divisor(), PRECISION);
            } else if (accept('%')) {
                value = value.remainder(divisor());
            } else {
                return value;
            }
        }
    }

    private BigDecimal divisor() {
        BigDecimal divisor = signed();
        if (divisor.signum() == 0) {
            throw new DivisionByZero();
        }
        return divisor;
    }

    private BigDecimal signed() {
        return accept('-') ? signed().negate() : power();
    }

    private BigDecimal power() {
        BigDecimal base = number();
        if (!accept('^')) {
            return base;
        }
        BigDecimal exponent = signed();
        try {
            int whole = exponent.intValueExact();
            if (Math.abs(whole) > MAX_POWER) {
                throw new NotASum();
            }
            return base.pow(whole, PRECISION);
        } catch (ArithmeticException e) {
            throw new NotASum();
        }
    }

    private BigDecimal number() {
        if (accept('(')) {
            BigDecimal inside = sum();
            if (!accept(')')) {
                throw new NotASum();
            }
            return inside;
        }
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        try {
            return new BigDecimal(text.substring(start, at));
        } catch (NumberFormatException e) {
            throw new NotASum();
        }
    }

    private boolean accept(char sign) {
        boolean there = at < text.length() && text.charAt(at) == sign;
        at += there ? 1 : 0;
        return there;
    }

    /** The text is something else. */
    static final class NotASum extends RuntimeException {}

    /** There is no answer. */
    static final class DivisionByZero extends RuntimeException {}
}
