package dev.voicebot.engine.guide;

import dev.voicebot.engine.guide.Unsolvable.Reason;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A number of a calculation.
 *
 * @param exact false once a result had to be rounded, and for all that is calculated from it
 */
record Quantity(BigDecimal number, boolean exact) {
    private static final int MOST_DIGITS = 100; // nobody listens to more
    private static final int SHOWN_DIGITS = 10; // of a rounded number

    static Quantity of(String digits) throws Unsolvable {
        return checked(new BigDecimal(digits), true);
    }

    Quantity plus(Quantity other) throws Unsolvable {
        return checked(number.add(other.number), exact && other.exact);
    }

    Quantity minus(Quantity other) throws Unsolvable {
        return checked(number.subtract(other.number), exact && other.exact);
    }

    Quantity times(Quantity other) throws Unsolvable {
        return checked(number.multiply(other.number), exact && other.exact);
    }

    Quantity dividedBy(Quantity other) throws Unsolvable {
        requireNotZero(other);
        try {
            return checked(number.divide(other.number), exact && other.exact);
        } catch (ArithmeticException endlessDigits) {
            return checked(number.divide(other.number, MathContext.DECIMAL128), false);
        }
    }

    Quantity modulo(Quantity other) throws Unsolvable {
        requireNotZero(other);
        BigDecimal rest = number.remainder(other.number);
        boolean signsDiffer = rest.signum() * other.number.signum() < 0;
        return checked(signsDiffer ? rest.add(other.number) : rest, exact && other.exact);
    }

    Quantity toThe(Quantity exponent) throws Unsolvable {
        if (exponent.number.stripTrailingZeros().scale() > 0) {
            return root(exponent);
        }
        if (exponent.number.signum() < 0) {
            requireNotZero(this);
            return Quantity.of("1").dividedBy(toThe(exponent.negated()));
        }
        if (exponent.number.compareTo(BigDecimal.valueOf(1000)) > 0) {
            throw new Unsolvable(Reason.TOO_MANY_DIGITS);
        }
        return checked(number.pow(exponent.number.intValueExact()), exact && exponent.exact);
    }

    Quantity negated() {
        return new Quantity(number.negate(), exact);
    }

    String digits() {
        BigDecimal shown = exact ? number : number.round(new MathContext(SHOWN_DIGITS));
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }

    private Quantity root(Quantity exponent) throws Unsolvable {
        double power = Math.pow(number.doubleValue(), exponent.number.doubleValue());
        if (Double.isNaN(power)) {
            throw new Unsolvable(Reason.NO_REAL_NUMBER);
        }
        if (Double.isInfinite(power)) {
            throw new Unsolvable(number.signum() == 0 ? Reason.DIVISION_BY_ZERO : Reason.TOO_MANY_DIGITS);
        }
        return checked(new BigDecimal(Double.toString(power)), false);
    }

    private static void requireNotZero(Quantity divisor) throws Unsolvable {
        if (divisor.number.signum() == 0) {
            throw new Unsolvable(Reason.DIVISION_BY_ZERO);
        }
    }

    private static Quantity checked(BigDecimal number, boolean exact) throws Unsolvable {
        if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS) {
            throw new Unsolvable(Reason.TOO_MANY_DIGITS);
        }
        return new Quantity(number, exact);
    }
}
