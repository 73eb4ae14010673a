package dev.voicebot.wording.formula;

import dev.voicebot.wording.formula.FormulaVoice.Big;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands above and below a line: exponents, indices, primes, the limits of sums and integrals. */
final class FormulaScripts {
    private static final Map<String, Big> BIG = Map.of(
            "sum",
            Big.SUM,
            "prod",
            Big.PRODUCT,
            "int",
            Big.INTEGRAL,
            "oint",
            Big.INTEGRAL,
            "iint",
            Big.INTEGRAL,
            "lim",
            Big.LIMIT,
            "∑",
            Big.SUM,
            "∏",
            Big.PRODUCT,
            "∫",
            Big.INTEGRAL);
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿ";
    private static final String RAISED = "0123456789-+n";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

    private final FormulaSource in;
    private final FormulaVoice voice;
    private final FormulaReader reader;

    /** {@code reader} reads the arguments. */
    FormulaScripts(FormulaSource in, FormulaVoice voice, FormulaReader reader) {
        this.in = in;
        this.voice = voice;
        this.reader = reader;
    }

    /** The sum, product, integral or limit that begins here, or null. */
    @Nullable
    Big big() {
        int before = in.at();
        Big big = BIG.get(in.peek() == '\\' ? in.command() : String.valueOf(in.take()));
        if (big == null) {
            in.goTo(before);
        }
        return big;
    }

    /** Says it with what is below and above it. */
    String withLimits(Big big) {
        String lower = "";
        String upper = "";
        while (in.hasMore()) {
            in.skipSpaces();
            if (in.startsWith("\\limits")) {
                in.skip(7);
            } else if (in.hasMore() && in.peek() == '_') {
                in.skip(1);
                lower = reader.argument();
            } else if (in.hasMore() && in.peek() == '^') {
                in.skip(1);
                upper = reader.argument();
            } else {
                break;
            }
        }
        return voice.big(big, lower, upper);
    }

    /** The base with the next thing that is raised or lowered behind it; null for nothing of the kind. */
    @Nullable
    String raisedOrLowered(String base) {
        char c = in.peek();
        if (c == '^' || (c == '*' && in.startsWith("**"))) {
            in.skip(c == '^' ? 1 : 2);
            return voice.power(base, exponent());
        }
        if (c == '_') {
            in.skip(1);
            return voice.index(base, reader.argument());
        }
        if (c == '\'' || c == '′') {
            in.skip(1);
            return voice.join(List.of(base, voice.name("'")));
        }
        if (c == '!' && (!in.startsWith("!=") || in.isAfterDigit())) {
            in.skip(1);
            return voice.join(List.of(base, voice.name("!")));
        }
        if (SUPERSCRIPTS.indexOf(c) >= 0) {
            return voice.power(base, run(SUPERSCRIPTS, RAISED));
        }
        return SUBSCRIPTS.indexOf(c) >= 0 ? voice.index(base, voice.number(run(SUBSCRIPTS, RAISED))) : null;
    }

    /** What an exponent is written as, where it is short, so that a square can be told; else what it says. */
    private String exponent() {
        in.skipSpaces();
        int start = in.at();
        boolean minus = in.hasMore() && "-−".indexOf(in.peek()) >= 0;
        if (minus) {
            in.skip(1);
        }
        String said = in.startsWith("(") && !minus ? reader.bracketed() : reader.argument();
        String written = in.since(start).replaceAll("[{}()\\s]", "").replace('−', '-');
        return written.matches("-?[\\p{Alnum}]|-?\\d+|\\\\circ|\\\\prime")
                ? written
                : minus ? voice.join(List.of(voice.name("negative"), said)) : said;
    }

    private String run(String from, String to) {
        StringBuilder digits = new StringBuilder();
        in.takeWhile(c -> from.indexOf(c) >= 0).chars().forEach(c -> digits.append(to.charAt(from.indexOf(c))));
        return digits.toString();
    }
}
