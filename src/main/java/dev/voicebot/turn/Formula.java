package dev.voicebot.turn;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A formula in LaTeX, in the words and signs that {@code wording} can say. */
final class Formula {
    private static final Pattern FRACTION = Pattern.compile("\\\\[dt]?frac\\s*\\{([^{}]*)}\\s*\\{([^{}]*)}");
    private static final Pattern ROOT = Pattern.compile("\\\\sqrt\\s*(?:\\[[^]]*])?\\s*\\{([^{}]*)}");
    private static final Pattern TEXT = Pattern.compile(
            "\\\\(?:text|textbf|textit|mathrm|mathbf|mathbb|mathcal|mathit|operatorname|boxed|vec|hat|bar|overline)\\s*\\{([^{}]*)}");
    private static final Pattern POWER = Pattern.compile("\\^\\s*\\{([^{}]*)}");
    private static final Pattern INDEX = Pattern.compile("_\\s*\\{([^{}]*)}|_(\\p{Alnum})");
    private static final Pattern LAYOUT = Pattern.compile(
            "\\\\(?:begin|end)\\s*\\{[^{}]*}|\\\\(?:left|right|big|Big|displaystyle|limits)(?![A-Za-z])\\.?");
    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+|.)");
    private static final int DEEPEST = 20;

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("times", "×"),
            Map.entry("cdot", "×"),
            Map.entry("div", "÷"),
            Map.entry("le", "≤"),
            Map.entry("leq", "≤"),
            Map.entry("ge", "≥"),
            Map.entry("geq", "≥"),
            Map.entry("ne", "≠"),
            Map.entry("neq", "≠"),
            Map.entry("approx", "≈"),
            Map.entry("sim", "≈"),
            Map.entry("pm", "±"),
            Map.entry("to", "→"),
            Map.entry("rightarrow", "→"),
            Map.entry("Rightarrow", "→"),
            Map.entry("implies", "→"),
            Map.entry("infty", "∞"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("circ", "°"),
            Map.entry("%", "%"),
            Map.entry("$", "$"),
            Map.entry("&", "&"),
            Map.entry("\\", ","),
            Map.entry("ldots", "…"),
            Map.entry("cdots", "…"),
            Map.entry("dots", "…"));
    private static final Map<String, String> CHINESE = Map.of(
            "pi", "派", "sum", "求和", "int", "积分", "in", "属于", "lim", "极限", "log", "log", "prod", "连乘", "partial", "偏");
    private static final Map<String, String> ENGLISH =
            Map.of("sum", "the sum of", "int", "the integral of", "lim", "the limit of", "prod", "the product of");
    private static final Set<String> SILENT =
            Set.of(",", ";", ":", "!", " ", "quad", "qquad", "{", "}", "|", "(", ")", "[", "]");

    private Formula() {}

    static String words(String latex, boolean chinese) {
        String text = LAYOUT.matcher(latex).replaceAll(" ").replace("&", " ").replace("\n", " ");
        for (int i = 0; i < DEEPEST; i++) { // from the inside out
            String before = text;
            text = TEXT.matcher(text).replaceAll(" $1 ");
            text = FRACTION.matcher(text)
                    .replaceAll(match -> Matcher.quoteReplacement(fraction(match.group(1), match.group(2), chinese)));
            text = ROOT.matcher(text).replaceAll(" √ $1 ");
            text = POWER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(power(match.group(1), chinese)));
            text = INDEX.matcher(text)
                    .replaceAll(match -> Matcher.quoteReplacement(
                            " " + (match.start(1) < 0 ? match.group(2) : match.group(1)) + " "));
            if (text.equals(before)) {
                break;
            }
        }
        text = COMMAND.matcher(text).replaceAll(match -> Matcher.quoteReplacement(command(match.group(1), chinese)));
        return text.replaceAll("[{}$\\\\]", " ").replaceAll("\\s+", " ").strip();
    }

    private static String fraction(String above, String below, boolean chinese) {
        if (above.matches("\\s*\\d+\\s*") && below.matches("\\s*\\d+\\s*")) {
            return " " + above.strip() + "/" + below.strip() + " ";
        }
        return chinese ? " " + below.strip() + "分之" + above.strip() + " " : " " + above + " over " + below + " ";
    }

    private static String power(String exponent, boolean chinese) {
        String plain = exponent.strip();
        if (plain.matches("-?\\p{Alnum}+")) {
            return "^" + plain + " ";
        }
        if (plain.equals("\\circ")) {
            return "°";
        }
        return chinese ? "的" + plain + "次方 " : " to the power of " + plain + " ";
    }

    private static String command(String name, boolean chinese) {
        if (SILENT.contains(name)) {
            return " ";
        }
        String sign = SIGNS.get(name);
        if (sign != null) {
            return " " + sign + " ";
        }
        return " " + (chinese ? CHINESE : ENGLISH).getOrDefault(name, name) + " ";
    }
}
