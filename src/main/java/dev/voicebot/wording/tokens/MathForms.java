package dev.voicebot.wording.tokens;

import dev.voicebot.wording.tokens.Token.Formula;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formulas in the middle of prose: y = 2x + 1, a<b, (a+b)², 2 ≤ 4. Numbers in them have no unit and are no money. */
final class MathForms {
    private static final String LETTER = "[a-zA-Zα-ωΔΣΩΦ]";
    private static final String POWER =
            "(?:[²³⁰¹⁴⁵⁶⁷⁸⁹⁻ⁿ]+|(?:\\^|\\s?\\*\\*\\s?)(?:\\{[^{}]{1,12}}|\\([^()]{1,12}\\)|-?[\\p{Alnum}]{1,3}))";
    private static final String NUMBER = "(?:\\d+(?:,\\d{3})*(?:\\.\\d+)?|\\.\\d+)(?![\\d.,]\\d)";
    private static final String INDEX = "(?:[₀-₉]|_[\\p{Alnum}])?['′]?";
    private static final String ATOM = "(?:(?:" + NUMBER + ")(?:" + LETTER + INDEX + "(?![a-zA-Z]))?|(?<![a-zA-Z_.])"
            + LETTER + INDEX + "(?![a-zA-Z(])|(?<![a-zA-Z_.])[a-zA-Z]{1,2}(?=[²³^])|∞|√\\(?\\d+\\)?)";
    private static final String CALL =
            "(?:(?<![a-zA-Z_.])(?:[a-zA-Z]|sin|cos|tan|log|ln|exp|lim|max|min|sqrt)\\([^()\\n]{1,24}\\))";
    private static final String GROUP =
            "(?:\\((?=[^()\\n]{0,30}[+*×÷=<>^−-])(?:" + ATOM + POWER + "?|[\\s+*×÷/·−-])+\\))";
    private static final String INTERVAL = "(?:(?<=∈\\s?)[\\[(][^\\[\\]()\\s]{1,12},\\s?[^\\[\\]()\\s]{1,12}[\\])])";
    private static final String ABSOLUTE = "(?:\\|[a-zA-Z](?:\\s?[+-]\\s?[\\p{Alnum}]{1,3})?\\|)";
    private static final String OPERAND =
            "[−-]?(?:" + CALL + "|" + GROUP + "|" + INTERVAL + "|" + ATOM + "|" + ABSOLUTE + ")" + POWER + "?!?";
    private static final String OPERATOR = "\\s?(?:<=|>=|!=|==|[=<>≤≥≠≈+*×÷·±/−∈-])\\s?";
    private static final Pattern STRONG = Pattern.compile("[=<>≤≥≠≈+*×÷±^²³⁴⁵⁶⁷⁸⁹ⁿ√∈]|\\d\\s−\\s?\\d");
    private static final Pattern UNIT_BEHIND = Pattern.compile(
            "\\s?(?:" + Units.SIGNS + "(?![\\p{Alnum}])|[%$€£¥])|\\+\\+|[\\p{Alnum}_@]|[.:/]\\d|-[a-zA-Z]{2}");
    private static final Pattern EXPONENT = Pattern.compile("(?:\\^|\\*\\*)(-?\\d{2,3}|-\\d)(?!\\d)");
    private static final Pattern SPACED_POWER = Pattern.compile("\\s?\\*\\*\\s?");
    private static final Pattern RATE = Pattern.compile("[\\d.,]+\\s?" + Units.SIGNS + "/[a-zA-Z]{1,3}[²³23]?");
    private static final Pattern FACTORS = Pattern.compile("\\d+(?:\\s?×\\s?\\d+)+");

    static final List<Form> FORMS = List.of(
            Form.of(
                            "0a(-−√.|∞αβγδθλμπσφωΔΣ",
                            "(?<![\\p{Alnum}_$€£¥#@.]|[\\d][,:/-])" + OPERAND + "(?:" + OPERATOR + OPERAND
                                    + "|(?<=\\))\\s?" + OPERAND + "){1,12}",
                            MathForms::formula)
                    .soon("=<>+*^≤≥≠≈×÷±²³⁴⁵⁶⁷⁸⁹ⁿ√∈−"),
            Form.of(
                            "a(0",
                            "(?<![\\p{Alnum}_$€£¥#@.])(?:" + GROUP + "|" + LETTER + "|" + NUMBER + "|mc)" + POWER
                                    + "(?![\\p{Alnum}])",
                            (match, sentence) -> new Formula(wholeExponents(match.group())))
                    .needing("*^²³⁰¹⁴⁵⁶⁷⁸⁹⁻ⁿ"),
            Form.of(
                            "0-−.",
                            "(?<![\\p{Alnum}_.,])([−-]?" + NUMBER + ")\\s?[x×*·]\\s?(10" + POWER + ")(?![\\p{Alnum}^])",
                            match -> new Formula(match.group(1) + "×" + wholeExponents(match.group(2))))
                    .needing("x×*·"),
            Form.of(
                            "0-−.",
                            "(?<![\\p{Alnum}_.,])([−-]?\\d+(?:\\.\\d+)?)[eE]([+-]?)(\\d{1,3})(?![\\p{Alnum}_]|[.-]\\d)",
                            MathForms::scientific)
                    .needing("eE"));

    private MathForms() {}

    /** Typed exponents have all their digits, unlike those of LaTeX. */
    private static String wholeExponents(String typed) {
        return EXPONENT.matcher(SPACED_POWER.matcher(typed).replaceAll("**")).replaceAll("^{$1}");
    }

    /** 3.2e-5, 1e6; but not 12e100, which may be a name. */
    private static @Nullable Token scientific(MatchResult match) {
        String factor = match.group(1);
        boolean evident = factor.contains(".") || !match.group(2).isEmpty();
        boolean likely = factor.length() == 1 && match.group(3).length() < 3;
        String power = "10^{" + match.group(2).replace("+", "") + match.group(3) + "}";
        return evident || likely ? new Formula(factor.equals("1") ? power : factor + "×" + power) : null;
    }

    private static @Nullable Token formula(MatchResult match, Sentence sentence) {
        String source = match.group();
        boolean measured = sentence.goesOnWith(UNIT_BEHIND, match.end())
                || RATE.matcher(source).matches();
        boolean format = FACTORS.matcher(source).matches()
                && source.replaceAll("\\D+", "").length() > 4;
        return measured || format || !STRONG.matcher(source).find() ? null : new Formula(wholeExponents(source));
    }
}
