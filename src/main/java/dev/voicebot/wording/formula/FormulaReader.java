package dev.voicebot.wording.formula;

import dev.voicebot.wording.formula.FormulaVoice.Big;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a formula, LaTeX or as people type it, from left to right and says it in a language. */
public final class FormulaReader {
    private static final int DEEPEST = 24;
    private static final char LAST_OF_THE_WEST = 0x2E80;
    private static final Pattern DEFINITION = Pattern.compile("\\([^()]{1,24}\\)\\s*=");

    private final FormulaSource in;
    private final FormulaVoice voice;
    private final FormulaCommands commands;
    private final FormulaScripts scripts;
    private int depth;

    private FormulaReader(FormulaSource in, FormulaVoice voice) {
        this.in = in;
        this.voice = voice;
        this.commands = new FormulaCommands(in, voice, this);
        this.scripts = new FormulaScripts(in, voice, this);
    }

    /** The words for a formula. */
    public static String say(String source, FormulaVoice voice) {
        FormulaSource in = new FormulaSource(source.replace('\n', ' ').replace("\\\\\\", "\\\\"));
        FormulaReader reader = new FormulaReader(in, voice);
        List<String> parts = new ArrayList<>();
        while (in.hasMore()) {
            parts.add(reader.row(""));
            in.skip(1); // a bracket that nothing opened
        }
        return voice.join(parts);
    }

    /** What stands before the first of {@code ends}, or before the bracket or cell that ends here. */
    private String row(String ends) {
        List<String> parts = new ArrayList<>();
        in.skipSpaces();
        while (in.hasMore() && !endsHere(ends)) {
            item(parts);
            in.skipSpaces();
        }
        return voice.join(parts);
    }

    private boolean endsHere(String ends) {
        char c = in.peek();
        return c == '}'
                || (ends.indexOf(c) >= 0)
                || in.startsWith("\\end")
                || (ends.contains("&") && in.startsWith("\\\\"));
    }

    /** The next part with all that is raised or lowered behind it. */
    private void item(List<String> parts) {
        in.skipSpaces();
        if (!in.hasMore()) {
            return;
        }
        int start = in.at();
        Big big = scripts.big();
        if (big != null) {
            parts.add(scripts.withLimits(big));
            return;
        }
        String base = primary(parts);
        while (in.hasMore()) {
            String more = scripts.raisedOrLowered(base);
            if (more == null) {
                break;
            }
            base = more;
        }
        if (!base.isEmpty()) {
            parts.add(base);
        }
        in.goTo(Math.max(in.at(), start + 1));
    }

    /** What is between round brackets. */
    String bracketed() {
        in.skip(1);
        String inner = nested(")");
        in.skip(1);
        return inner;
    }

    /** A group in braces, or a single letter, digit or command. */
    String argument() {
        in.skipSpaces();
        if (!in.hasMore()) {
            return "";
        }
        char c = in.peek();
        if (c == '{') {
            in.skip(1);
            String inner = nested("");
            in.skip(1);
            return inner;
        }
        if (c == '\\') {
            List<String> parts = new ArrayList<>();
            parts.add(primary(parts));
            return voice.join(parts);
        }
        in.skip(1);
        return Character.isDigit(c) ? voice.number(String.valueOf(c)) : named(String.valueOf(c));
    }

    String nested(String ends) {
        if (++depth > DEEPEST) {
            in.goToEnd();
            return "";
        }
        String inner = row(ends);
        depth--;
        return inner;
    }

    private String primary(List<String> parts) {
        char c = in.peek();
        if (Character.isDigit(c) || (c == '.' && Character.isDigit(in.peek(1)))) {
            return number();
        }
        if (c == '\\') {
            return commands.say(in.command());
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
            in.skip(1);
            return voice.root("", in.startsWith("(") ? bracketed() : in.startsWith("{") ? argument() : atom());
        }
        if (Character.isLetter(c)) {
            return letters();
        }
        return operator(parts.isEmpty());
    }

    private String atom() {
        return in.hasMore() && Character.isDigit(in.peek()) ? number() : argument();
    }

    private String number() {
        String digits = in.takeNumber();
        String below = digits.indexOf('.') < 0 ? in.takeDenominator() : "";
        return below.isEmpty() ? voice.number(digits) : voice.fraction(digits, below);
    }

    /** Letters stand for themselves; names of functions are words. */
    private String letters() {
        String word = in.wordAhead();
        if (FormulaCommands.isFunction(word)) {
            in.skip(word.length());
            return commands.function(word);
        }
        if (word.equals("sqrt")) {
            in.skip(word.length());
            return in.startsWith("(") ? voice.root("", bracketed()) : commands.function(word);
        }
        if (in.peek() > LAST_OF_THE_WEST) {
            return in.takeWhile(c -> c > LAST_OF_THE_WEST);
        }
        String letter = String.valueOf(in.take());
        boolean bracket = word.length() <= 1 && in.startsWith("(");
        boolean call = bracket && ("fghFGHPEφψ".contains(letter) || in.looksAt(DEFINITION));
        return call ? voice.call(letter, bracketed()) : named(letter);
    }

    private String named(String sign) {
        String name = voice.name(sign);
        return name.isEmpty() ? sign : name;
    }

    private String group(char open) {
        in.skip(1);
        String inner = nested(open == '(' ? ")" : "]");
        boolean closed = in.hasMore() && in.peek() != '}';
        in.skip(closed ? 1 : 0);
        return open + inner.replaceFirst(" \\| ", " ") + (open == '(' ? ")" : "]");
    }

    /** |x| is an absolute value, a single bar a condition. */
    private String bars() {
        int length = in.find('|', 1);
        boolean pair = length > 1 && length < 40 && in.ahead(length).indexOf(')') < 0;
        in.skip(1);
        if (!pair) {
            return voice.name("|");
        }
        String inner = nested("|");
        in.skip(1);
        return voice.absolute(inner);
    }

    private String operator(boolean first) {
        for (String two : List.of("<=", ">=", "!=", "==", "->", "=>")) {
            if (in.startsWith(two)) {
                in.skip(2);
                return voice.name(two);
            }
        }
        char c = in.take();
        if (c == '&' || c == '~' || c == ')' || c == ']' || Character.isWhitespace(c)) {
            return "";
        }
        boolean sign = ("-−".indexOf(c) >= 0) && (first || in.isAfterOperator());
        return sign ? voice.name("negative") : named(String.valueOf(c));
    }
}
