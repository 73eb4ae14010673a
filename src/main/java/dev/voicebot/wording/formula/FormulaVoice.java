package dev.voicebot.wording.formula;

import java.util.List;

/** How a language says the parts of a formula. The parts that come in are said already. */
public interface FormulaVoice {
    /** A number without a sign; has at most one point. */
    String number(String digits);

    /** A fraction of two plain numbers. */
    String fraction(String above, String below);

    String over(String above, String below);

    /** {@code degree} is empty for a square root. */
    String root(String degree, String of);

    String power(String base, String exponent);

    String index(String base, String index);

    /** A sum, product, integral, union or limit; the limits may be empty. */
    String big(Big kind, String lower, String upper);

    String function(String name, String base);

    /** {@code f(x)}. */
    String call(String name, String arguments);

    String matrix(List<List<String>> rows);

    String cases(List<List<String>> rows);

    String choose(String above, String below);

    String accent(String name, String of);

    String absolute(String of);

    /** Of a sign or a command without its backslash; empty for one without a name. */
    String name(String sign);

    /** Puts parts side by side. */
    String join(List<String> parts);

    /** Signs that take limits. */
    enum Big {
        SUM,
        PRODUCT,
        INTEGRAL,
        LIMIT
    }
}
