package dev.voicebot.wording.formula;

import dev.voicebot.wording.formula.FormulaVoice.Big;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a formula, LaTeX or as people type it, from left to right and says it in a language. */
public final class FormulaReader {
    private static final int DEEPEST = 24;
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
    private static final Set<String> TEXTS = Set.of(
            "text",
            "textbf",
            "textit",
            "textrm",
            "mathrm",
            "mathbf",
            "mathbb",
            "mathcal",
            "mathit",
            "mathsf",
            "operatorname",
            "boxed",
            "mbox",
            "rm",
            "boldsymbol",
            "displaystyle",
            "limits",
            "underline");
    private static final Set<String> ACCENTS =
            Set.of("vec", "hat", "bar", "overline", "tilde", "dot", "ddot", "widehat");
    private static final Set<String> SILENT = Set.of(
            ",",
            ";",
            ":",
            "!",
            " ",
            "quad",
            "qquad",
            "left",
            "right",
            "big",
            "Big",
            "bigl",
            "bigr",
            "Bigl",
            "Bigr",
            "middle",
            "displaystyle",
            "limits",
            "nolimits",
            "tag",
            "label",
            "nonumber",
            "hline",
            "mathstrut",
            "textstyle");
    private static final Set<String> FUNCTIONS = Set.of(
            "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "log", "ln",
            "lg", "exp", "max", "min", "det", "dim", "ker", "gcd", "arg", "argmax", "argmin", "Pr", "sup", "inf", "mod",
            "deg");
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿ";
    private static final String RAISED = "0123456789-+n";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

    private final String source;
    private final FormulaVoice voice;
    private int at;
    private int depth;

    private FormulaReader(String source, FormulaVoice voice) {
        this.source = source;
        this.voice = voice;
    }

    /** The words for a formula. */
    public static String say(String source, FormulaVoice voice) {
        FormulaReader reader = new FormulaReader(source.replace('\n', ' ').replace("\\\\\\", "\\\\"), voice);
        List<String> parts = new ArrayList<>();
        while (reader.at < reader.source.length()) {
            parts.add(reader.row(""));
            reader.at++; // a bracket that nothing opened
        }
        return voice.join(parts);
    }

    /** What stands before the first of {@code ends}, or before the bracket or cell that ends here. */
    private String row(String ends) {
        List<String> parts = new ArrayList<>();
        skipSpaces();
        while (at < source.length() && !endsHere(ends)) {
            item(parts);
            skipSpaces();
        }
        return voice.join(parts);
    }

    private boolean endsHere(String ends) {
        char c = source.charAt(at);
        return c == '}'
                || (ends.indexOf(c) >= 0)
                || source.startsWith("\\end", at)
                || (ends.contains("&") && source.startsWith("\\\\", at));
    }

    /** The next part with all that is raised or lowered behind it. */
    private void item(List<String> parts) {
        skipSpaces();
        if (at >= source.length()) {
            return;
        }
        int start = at;
        Big big = big();
        if (big != null) {
            parts.add(withLimits(big));
            return;
        }
        String base = primary(parts);
        while (at < source.length()) {
            String more = raisedOrLowered(base);
            if (more == null) {
                break;
            }
            base = more;
        }
        if (!base.isEmpty()) {
            parts.add(base);
        }
        at = Math.max(at, start + 1);
    }

    private @Nullable Big big() {
        int before = at;
        Big big = BIG.get(source.charAt(at) == '\\' ? command() : source.substring(at, ++at));
        if (big == null) {
            at = before;
        }
        return big;
    }

    private String withLimits(Big big) {
        String lower = "";
        String upper = "";
        while (at < source.length()) {
            skipSpaces();
            if (source.startsWith("\\limits", at)) {
                at += 7;
            } else if (at < source.length() && source.charAt(at) == '_') {
                at++;
                lower = argument();
            } else if (at < source.length() && source.charAt(at) == '^') {
                at++;
                upper = argument();
            } else {
                break;
            }
        }
        return voice.big(big, lower, upper);
    }

    private @Nullable String raisedOrLowered(String base) {
        char c = source.charAt(at);
        if (c == '^' || (c == '*' && source.startsWith("**", at))) {
            at += c == '^' ? 1 : 2;
            return voice.power(base, exponent());
        }
        if (c == '_') {
            at++;
            return voice.index(base, argument());
        }
        if (c == '\'' || c == '′') {
            at++;
            return voice.join(List.of(base, voice.name("'")));
        }
        if (c == '!' && !source.startsWith("!=", at)) {
            at++;
            return voice.join(List.of(base, voice.name("!")));
        }
        if (SUPERSCRIPTS.indexOf(c) >= 0) {
            return voice.power(base, run(SUPERSCRIPTS, RAISED));
        }
        return SUBSCRIPTS.indexOf(c) >= 0 ? voice.index(base, voice.number(run(SUBSCRIPTS, RAISED))) : null;
    }

    /** What an exponent is written as, where it is short, so that a square can be told; else what it says. */
    private String exponent() {
        skipSpaces();
        int start = at;
        boolean minus = at < source.length() && "-−".indexOf(source.charAt(at)) >= 0;
        if (minus) {
            at++;
        }
        String said = source.startsWith("(", at) && !minus ? bracketed() : argument();
        String written = source.substring(start, Math.min(at, source.length()))
                .replaceAll("[{}()\\s]", "")
                .replace('−', '-');
        return written.matches("-?[\\p{Alnum}]|-?\\d+|\\\\circ|\\\\prime")
                ? written
                : minus ? voice.join(List.of(voice.name("negative"), said)) : said;
    }

    private String run(String from, String to) {
        StringBuilder digits = new StringBuilder();
        for (; at < source.length() && from.indexOf(source.charAt(at)) >= 0; at++) {
            digits.append(to.charAt(from.indexOf(source.charAt(at))));
        }
        return digits.toString();
    }

    private String bracketed() {
        at++;
        String inner = nested(")");
        at++;
        return inner;
    }

    /** A group in braces, or a single letter, digit or command. */
    private String argument() {
        skipSpaces();
        if (at >= source.length()) {
            return "";
        }
        char c = source.charAt(at);
        if (c == '{') {
            at++;
            String inner = nested("");
            at++;
            return inner;
        }
        if (c == '\\') {
            List<String> parts = new ArrayList<>();
            parts.add(primary(parts));
            return voice.join(parts);
        }
        at++;
        return Character.isDigit(c) ? voice.number(String.valueOf(c)) : named(String.valueOf(c));
    }

    private String nested(String ends) {
        if (++depth > DEEPEST) {
            at = source.length();
            return "";
        }
        String inner = row(ends);
        depth--;
        return inner;
    }

    private String primary(List<String> parts) {
        char c = source.charAt(at);
        if (Character.isDigit(c)
                || (c == '.' && at + 1 < source.length() && Character.isDigit(source.charAt(at + 1)))) {
            return number();
        }
        if (c == '\\') {
            return said(command());
        }
        if (c == '{') {
            return argument();
        }
        if (c == '(' || c == '[') {
            return group(c);
        }
        if (c == '|') {
            return bars();
        }
        if (c == '√') {
            at++;
            return voice.root(
                    "", source.startsWith("(", at) ? bracketed() : source.startsWith("{", at) ? argument() : atom());
        }
        if (Character.isLetter(c)) {
            return letters();
        }
        return operator(parts.isEmpty());
    }

    private String atom() {
        return at < source.length() && Character.isDigit(source.charAt(at)) ? number() : argument();
    }

    private String number() {
        int start = at;
        while (at < source.length()
                && (Character.isDigit(source.charAt(at))
                        || (".,".indexOf(source.charAt(at)) >= 0
                                && at + 1 < source.length()
                                && Character.isDigit(source.charAt(at + 1))
                                && (source.charAt(at) == '.'
                                        || source.substring(at + 1).matches("\\d{3}(?!\\d).*"))))) {
            at++;
        }
        String digits = source.substring(start, at).replace(",", "");
        int slash = at;
        if (slash < source.length() && source.charAt(slash) == '/' && digits.indexOf('.') < 0) {
            int end = slash + 1;
            while (end < source.length() && Character.isDigit(source.charAt(end))) {
                end++;
            }
            boolean whole =
                    end > slash + 1 && (end == source.length() || !Character.isLetterOrDigit(source.charAt(end)));
            if (whole) {
                at = end;
                return voice.fraction(digits, source.substring(slash + 1, end));
            }
        }
        return voice.number(digits);
    }

    /** Letters stand for themselves; names of functions are words. */
    private String letters() {
        int end = at;
        while (end < source.length() && source.charAt(end) < 0x80 && Character.isLetter(source.charAt(end))) {
            end++;
        }
        String word = source.substring(at, Math.max(end, at + 1));
        if (FUNCTIONS.contains(word) || (word.length() > 1 && word.equals("sqrt"))) {
            at = end;
            return word.equals("sqrt") && source.startsWith("(", at) ? voice.root("", bracketed()) : function(word);
        }
        if (source.charAt(at) > 0x2E80) { // text in a formula
            int from = at;
            while (at < source.length() && source.charAt(at) > 0x2E80) {
                at++;
            }
            return source.substring(from, at);
        }
        String letter = source.substring(at, ++at);
        boolean bracket = word.length() == 1 && source.startsWith("(", at);
        boolean call = bracket
                && ("fghFGHPEφψ".contains(letter) || source.matches("(?s).{" + at + "}\\([^()]{1,24}\\)\\s*=.*"));
        return call ? voice.call(letter, bracketed()) : named(letter);
    }

    private String named(String sign) {
        String name = voice.name(sign);
        return name.isEmpty() ? sign : name;
    }

    private String function(String name) {
        skipSpaces();
        String base = "";
        if (at < source.length() && source.charAt(at) == '_') {
            at++;
            base = argument();
        }
        return voice.function(name, base);
    }

    private String group(char open) {
        at++;
        String inner = nested(open == '(' ? ")" : "]");
        boolean closed = at < source.length() && source.charAt(at) != '}';
        at += closed ? 1 : 0;
        return open + inner.replaceFirst(" \\| ", " ") + (open == '(' ? ")" : "]");
    }

    /** |x| is an absolute value, a single bar a condition. */
    private String bars() {
        int close = source.indexOf('|', at + 1);
        boolean pair =
                close > at + 1 && close - at < 40 && source.substring(at, close).indexOf(')') < 0;
        at++;
        if (!pair) {
            return voice.name("|");
        }
        String inner = nested("|");
        at++;
        return voice.absolute(inner);
    }

    private String operator(boolean first) {
        for (String two : List.of("<=", ">=", "!=", "==", "->", "=>")) {
            if (source.startsWith(two, at)) {
                at += 2;
                return voice.name(two);
            }
        }
        char c = source.charAt(at++);
        if (c == '&' || c == '~' || c == ')' || c == ']' || Character.isWhitespace(c)) {
            return "";
        }
        boolean sign = ("-−".indexOf(c) >= 0) && (first || startsHere());
        return sign ? voice.name("negative") : named(String.valueOf(c));
    }

    /** Whether a minus just read is a sign, behind another operator. */
    private boolean startsHere() {
        int i = at - 2;
        while (i >= 0 && source.charAt(i) == ' ') {
            i--;
        }
        return i < 0 || "=<>≤≥+*×÷/({[,&^".indexOf(source.charAt(i)) >= 0;
    }

    private String command() {
        int start = ++at;
        while (at < source.length() && source.charAt(at) < 0x80 && Character.isLetter(source.charAt(at))) {
            at++;
        }
        at = at == start ? Math.min(at + 1, source.length()) : at;
        return source.substring(start, at);
    }

    private String said(String command) {
        if (command.equals("frac") || command.equals("dfrac") || command.equals("tfrac") || command.equals("cfrac")) {
            return fraction();
        }
        if (command.equals("sqrt")) {
            return root();
        }
        if (command.equals("binom")) {
            return voice.choose(argument(), argument());
        }
        if (TEXTS.contains(command)) {
            return text();
        }
        if (ACCENTS.contains(command)) {
            return voice.accent(command, argument());
        }
        if (command.equals("begin")) {
            return environment();
        }
        if (FUNCTIONS.contains(command)) {
            return function(command);
        }
        if (SILENT.contains(command)) {
            skipDelimiterDot(command);
            return "";
        }
        if (command.length() == 1 && "{}|()[]".contains(command)) {
            return "";
        }
        String name = voice.name(command);
        return name.isEmpty() ? command.equals("\\") ? "," : command : name;
    }

    private void skipDelimiterDot(String command) {
        boolean delimiter = command.equals("left") || command.equals("right");
        if (delimiter && at < source.length() && source.charAt(at) == '.') {
            at++;
        }
    }

    private String fraction() {
        int start = at;
        String above = argument();
        String below = argument();
        String[] plain = source.substring(start, Math.min(at, source.length()))
                .replaceAll("[{}\\s]+", " ")
                .strip()
                .split(" ", -1);
        if (plain.length == 1 && plain[0].matches("\\d\\d")) { // \frac12
            return voice.fraction(plain[0].substring(0, 1), plain[0].substring(1));
        }
        boolean numbers = plain.length == 2 && plain[0].matches("\\d+") && plain[1].matches("\\d+");
        return numbers ? voice.fraction(plain[0], plain[1]) : voice.over(above, below);
    }

    private String root() {
        String degree = "";
        skipSpaces();
        if (source.startsWith("[", at)) {
            int close = source.indexOf(']', at);
            degree = close < 0 ? "" : source.substring(at + 1, close);
            at = close < 0 ? at + 1 : close + 1;
        }
        return voice.root(degree.strip(), argument());
    }

    private String text() {
        skipSpaces();
        if (!source.startsWith("{", at)) {
            return "";
        }
        int close = source.indexOf('}', at);
        String inner = source.substring(at + 1, close < 0 ? source.length() : close);
        if (inner.matches("[^\\\\^_{}$]*")) {
            at = close < 0 ? source.length() : close + 1;
            return inner.strip();
        }
        return argument();
    }

    private String environment() {
        String name = text();
        if (name.startsWith("array") && source.startsWith("{", at)) {
            at = Math.max(at, source.indexOf('}', at) + 1);
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        while (at < source.length() && !source.startsWith("\\end", at)) {
            int before = at;
            cells.add(nested("&"));
            if (source.startsWith("\\\\", at)) {
                rows.add(cells);
                cells = new ArrayList<>();
                at += 2;
            } else if (at < source.length() && source.charAt(at) == '&') {
                at++;
            }
            at += at == before ? 1 : 0;
        }
        if (!String.join("", cells).isBlank()) {
            rows.add(cells);
        }
        if (source.startsWith("\\end", at)) {
            at += 4;
            text();
        }
        if (name.contains("matrix") || name.startsWith("array")) {
            return voice.matrix(rows);
        }
        if (name.startsWith("cases")) {
            return voice.cases(rows);
        }
        return voice.join(rows.stream().map(row -> voice.join(row) + ",").toList())
                .replaceFirst(",$", "");
    }

    private void skipSpaces() {
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
    }
}
