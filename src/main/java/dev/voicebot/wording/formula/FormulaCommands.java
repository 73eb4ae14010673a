package dev.voicebot.wording.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the commands of LaTeX say: fractions, roots, texts, accents, functions, matrices. */
final class FormulaCommands {
    private static final Set<String> FRACTIONS = Set.of("frac", "dfrac", "tfrac", "cfrac");
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

    private final FormulaSource in;
    private final FormulaVoice voice;
    private final FormulaReader reader;

    /** {@code reader} reads the arguments. */
    FormulaCommands(FormulaSource in, FormulaVoice voice, FormulaReader reader) {
        this.in = in;
        this.voice = voice;
        this.reader = reader;
    }

    /** Whether {@code name} is a function's, which is a word and not letters. */
    static boolean isFunction(String name) {
        return FUNCTIONS.contains(name);
    }

    /** What a command says, with its arguments. */
    String say(String command) {
        if (FRACTIONS.contains(command)) {
            return fraction();
        }
        if (command.equals("sqrt")) {
            return root();
        }
        if (command.equals("binom")) {
            return voice.choose(reader.argument(), reader.argument());
        }
        if (TEXTS.contains(command)) {
            return text();
        }
        if (ACCENTS.contains(command)) {
            return voice.accent(command, reader.argument());
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
        if (delimiter && in.hasMore() && in.peek() == '.') {
            in.skip(1);
        }
    }

    private String fraction() {
        int start = in.at();
        String above = reader.argument();
        String below = reader.argument();
        String[] plain = in.since(start).replaceAll("[{}\\s]+", " ").strip().split(" ", -1);
        if (plain.length == 1 && plain[0].matches("\\d\\d")) { // \frac12
            return voice.fraction(plain[0].substring(0, 1), plain[0].substring(1));
        }
        boolean numbers = plain.length == 2 && plain[0].matches("\\d+") && plain[1].matches("\\d+");
        return numbers ? voice.fraction(plain[0], plain[1]) : voice.over(above, below);
    }

    private String root() {
        String degree = "";
        in.skipSpaces();
        if (in.startsWith("[")) {
            int close = in.find(']', 0);
            degree = close < 0 ? "" : in.ahead(close).substring(1);
            in.skip(close < 0 ? 1 : close + 1);
        }
        return voice.root(degree.strip(), reader.argument());
    }

    private String text() {
        in.skipSpaces();
        if (!in.startsWith("{")) {
            return "";
        }
        int start = in.at();
        in.skip(1);
        String inner = in.takeWhile(c -> c != '}');
        if (inner.matches("[^\\\\^_{}$]*")) {
            in.skip(in.hasMore() ? 1 : 0);
            return inner.strip();
        }
        in.goTo(start);
        return reader.argument();
    }

    private String environment() {
        String name = text();
        if (name.startsWith("array") && in.startsWith("{")) {
            in.skip(Math.max(0, in.find('}', 0) + 1));
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        while (in.hasMore() && !in.startsWith("\\end")) {
            int before = in.at();
            cells.add(reader.nested("&"));
            if (in.startsWith("\\\\")) {
                rows.add(cells);
                cells = new ArrayList<>();
                in.skip(2);
            } else if (in.hasMore() && in.peek() == '&') {
                in.skip(1);
            }
            in.skip(in.at() == before ? 1 : 0);
        }
        if (!String.join("", cells).isBlank()) {
            rows.add(cells);
        }
        if (in.startsWith("\\end")) {
            in.skip(4);
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

    /** The name of a function, with its base. */
    String function(String name) {
        in.skipSpaces();
        String base = "";
        if (in.hasMore() && in.peek() == '_') {
            in.skip(1);
            base = reader.argument();
        }
        return voice.function(name, base);
    }
}
