package dev.voicebot.speakable;

import dev.voicebot.language.EastAsian;
import dev.voicebot.language.WrittenLanguage;
import dev.voicebot.wording.tokens.Marks;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes Markdown character by character and leaves the words. It waits only where the next characters decide what a
 * character means, and never longer than to the end of the line or of a limit. One thread.
 */
final class SpokenMarkdown {
    private static final int LONGEST_PREFIX = 64;
    private static final int LONGEST_RUN = 64;
    private static final int LONGEST_LABEL = 400;
    private static final int LONGEST_TARGET = 2000;
    private static final int LONGEST_INLINE_FORMULA = 200;
    private static final int LONGEST_FORMULA = 2000;
    private static final String ESCAPABLE = "\\`*_{}[]()<>#+-.!|~$%&=\"'/:;,?@^";

    // At the start of a line: "# ", "> ", "- ", "[x] ".
    private static final Pattern MARKER = Pattern.compile("\\s*(?:#{1,6}[ \\t]|>|[-+*•][ \\t]|\\[[ xX]\\][ \\t])");
    private static final Pattern RULE = Pattern.compile("\\s*(?:([-*_=])\\1{2,}|\\+[-=+]{2,}|:-{2,}:?)[\\s|]");
    private static final Pattern LONG_RULE = Pattern.compile("\\s*(?:([-*_=])\\1{2,}|\\+[-=+]{2,}|:-{2,}:?)");
    private static final Pattern FENCE = Pattern.compile("\\s*(?:```|~~~)");
    private static final Pattern UNDECIDED =
            Pattern.compile("\\s*(?:#{0,6}|\\+[-=+]*|•|:-*:?|([-*_=])\\1*|`{1,2}|~{1,2}|\\[(?:[ xX]\\]?)?)");
    private static final Pattern ONLY_MARKERS = Pattern.compile("\\s*(?:#+|\\+[-=+]*|•|:-*:?|([-*_=])\\1*)\\s*");
    private static final Pattern QUOTE = Pattern.compile("^(?:\\s*>)+");
    private static final Pattern TAG_SO_FAR =
            Pattern.compile("</?(?:[a-zA-Z][a-zA-Z0-9-]{0,15}(?:[\\s/][^<>]{0,200})?)?");
    private static final Pattern TAG = Pattern.compile("</?([a-zA-Z][a-zA-Z0-9-]{0,15})(?:[\\s/][^<>]{0,200})?>");
    private static final Pattern ENTITY_SO_FAR =
            Pattern.compile("&(?:#[xX]?[0-9a-fA-F]{0,6}|[a-zA-Z][a-zA-Z0-9]{0,8})?");
    private static final Pattern ENTITY =
            Pattern.compile("&(#\\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z][a-zA-Z0-9]{1,8});");
    // $x^2$ is a formula; $5 is money, $HOME a name
    private static final Pattern FORMULA_SO_FAR =
            Pattern.compile("\\$(?:\\\\.*|[a-zA-Z](?:\\s?[^a-zA-Z\\s,.;:!?，。].*|\\s?)|"
                    + "[(|{-].*|\\d[\\d.]*[a-zA-Z]{0,2}\\s?(?:[\\^\\\\_{}=+*<>×-].*)?)");
    private static final Pattern FORMULA = Pattern.compile("[^$]*[\\\\^_=+*<>{}×(].*|-?[a-zA-Z0-9]{1,2}");
    private static final Pattern CODE = Pattern.compile("->|::|(?<![\\\\a-zA-Z])[a-zA-Z]{4,}[_(]"); // $p->name($x)
    private static final Pattern FORMULA_SIGN = Pattern.compile("\\\\[a-zA-Z]|[\\^_=]");
    private static final Pattern CALL_OUT = Pattern.compile("![A-Z]{3,12}"); // > [!NOTE]
    private static final Pattern REFERENCE =
            Pattern.compile(":[ \\t]*(?:<|https?:|/|#|www\\.|mailto:)"); // [a]: http://x
    private static final Pattern TABLE_LINE = Pattern.compile("[|:\\-\\s]+");

    /** What kind of line the text is in. */
    private enum Line {
        START,
        TEXT,
        TABLE,
        RULE,
        SILENT,
        FENCE,
        CODE,
        FORMULA
    }

    private final SpeechManner.Code code;
    private final StringBuilder held = new StringBuilder();
    private final StringBuilder addressTail = new StringBuilder(); // marks that may end an address or the sentence
    private Line line = Line.START;
    private boolean afterMarker;
    private char previous = '\n';
    private char awaited; // the bracket that alone can decide what is held; 0 for none
    private int awaitedUntil; // characters that may be held without it
    private boolean starOpen;
    private int codeTicks; // how many backticks opened the inline code; 0 outside
    private boolean insideAddress;
    private String fence = "";
    private int codeLines;
    private final StringBuilder formula = new StringBuilder();
    private String formulaEnd = "";
    private int han;
    private int otherLetters;

    SpokenMarkdown(SpeechManner.Code code) {
        this.code = code;
    }

    void take(char c, StringBuilder out) {
        if (line == Line.RULE) {
            takeInRule(c, out);
            return;
        }
        if (line == Line.SILENT) {
            if (c == '\n') {
                startLine();
            }
            return;
        }
        if (line == Line.FORMULA) {
            takeInFormula(c, out);
            return;
        }
        held.append(c);
        if (line == Line.START) {
            takeAtStart(c, out);
        } else if (c == '\n') {
            endLine(out);
        } else if (line == Line.TEXT && (awaited == 0 || c == awaited || held.length() > awaitedUntil)) {
            drain(false, out);
        }
    }

    void finish(StringBuilder out) {
        if (line == Line.FORMULA) {
            if (formula.length() < LONGEST_INLINE_FORMULA
                    || FORMULA_SIGN.matcher(formula).find()) {
                endFormula(out);
            } else { // nothing closed the bracket, nor is it a formula
                line = Line.TEXT;
                held.append(formula);
                drain(true, out);
            }
        }
        if (line == Line.START && !ONLY_MARKERS.matcher(held).matches()) {
            drain(true, out);
        } else if (line != Line.START && !held.isEmpty()) {
            endLine(out);
        }
        closeCode(out);
        announceCode(out);
        endAddress(out);
    }

    private void takeInRule(char c, StringBuilder out) {
        if (c == '\n') {
            startLine();
        } else if ("-*_= \t\r|:+".indexOf(c) < 0) {
            line = Line.TEXT;
            held.append(c);
            drain(false, out);
        }
    }

    private void takeInFormula(char c, StringBuilder out) {
        formula.append(c);
        int end = formula.length() - formulaEnd.length();
        if (end >= 0 && formula.indexOf(formulaEnd, end) >= 0) {
            formula.setLength(end);
            endFormula(out);
        } else if (formula.length() > LONGEST_FORMULA) {
            endFormula(out);
        }
    }

    private void endFormula(StringBuilder out) {
        line = Line.TEXT;
        speakFormula(formula.toString(), out);
        formula.setLength(0);
    }

    private void takeAtStart(char c, StringBuilder out) {
        if (RULE.matcher(held).matches()
                || (held.length() > LONGEST_PREFIX && LONG_RULE.matcher(held).matches())) {
            held.setLength(0);
            line = c == '\n' ? Line.START : Line.RULE;
        } else if (c == '\n') {
            if (ONLY_MARKERS.matcher(held).matches()) {
                held.replace(0, held.length(), "\n");
            }
            endLine(out);
        } else if (MARKER.matcher(held).matches()) {
            held.setLength(0);
            afterMarker = true;
        } else if (afterMarker && held.toString().isBlank()) {
            held.setLength(0);
        } else if (FENCE.matcher(held).matches()) {
            line = Line.FENCE;
        } else if (c == '|' && held.toString().strip().length() == 1) {
            line = Line.TABLE;
        } else if (held.length() > LONGEST_PREFIX || !UNDECIDED.matcher(held).matches()) {
            line = Line.TEXT;
            drain(false, out);
        }
    }

    private void endLine(StringBuilder out) {
        switch (line) {
            case FENCE -> openFence(out);
            case CODE -> endCodeLine(out);
            case TABLE -> speakRow(out);
            default -> drain(true, out);
        }
        if (line != Line.CODE && line != Line.FORMULA) {
            startLine();
        }
    }

    private void closeCode(StringBuilder out) {
        if (codeTicks > 0) {
            out.append(Marks.END);
        }
        codeTicks = 0;
    }

    private void startLine() {
        held.setLength(0);
        line = Line.START;
        afterMarker = false;
        previous = '\n';
        starOpen = false;
        codeTicks = 0;
    }

    private void openFence(StringBuilder out) {
        String text = held.toString().strip();
        String info = text.replaceFirst("^(`+|~+)", "");
        if (info.contains("`")) { // inline code at the start of a line
            drain(true, out);
            return;
        }
        fence = text.substring(0, text.length() - info.length());
        codeLines = 0;
        held.setLength(0);
        line = Line.CODE;
    }

    private void endCodeLine(StringBuilder out) {
        String text = QUOTE.matcher(held).replaceFirst("").strip();
        held.setLength(0);
        if (text.startsWith(fence) && text.replace(fence.substring(0, 1), "").isEmpty()) {
            announceCode(out);
        } else {
            codeLines++;
            readCode(text, out);
        }
    }

    private void readCode(String text, StringBuilder out) {
        if (code == SpeechManner.Code.READ) {
            out.append(text).append('\n');
        }
    }

    private void announceCode(StringBuilder out) {
        if (line != Line.CODE) {
            return;
        }
        line = Line.START;
        if (codeLines > 0 && code == SpeechManner.Code.ANNOUNCE) {
            String lines = codeLines == 1 ? " line" : " lines";
            out.append(isChinese() ? "代码，" + codeLines + " 行。\n" : "code, " + codeLines + lines + ".\n");
        }
    }

    private void speakRow(StringBuilder out) {
        String row = held.toString().strip();
        held.setLength(0);
        if (TABLE_LINE.matcher(row).matches()) {
            return;
        }
        boolean chinese = isChinese() || (han + otherLetters == 0 && row.chars().anyMatch(EastAsian::isHan));
        held.append(Arrays.stream(row.split("(?<!\\\\)\\|"))
                        .map(String::strip)
                        .filter(Predicate.not(String::isEmpty))
                        .collect(Collectors.joining(chinese ? "，" : ", ")))
                .append('\n');
        drain(true, out);
    }

    /** Lets out what is held, up to a character whose meaning only later ones decide; all of it when {@code whole}. */
    private void drain(boolean whole, StringBuilder out) {
        int at = 0;
        int used = -1;
        awaited = 0;
        while (at < held.length() && used != 0) {
            used = step(at, whole, out);
            at += used;
        }
        held.delete(0, at);
    }

    /** Handles what is at {@code at}; gives how many characters that were, 0 to wait for more. */
    private int step(int at, boolean whole, StringBuilder out) {
        char c = held.charAt(at);
        if (insideAddress) {
            return stepInAddress(c, out) ? 1 : step(at, whole, out);
        }
        if (codeTicks > 0 && c != '`') {
            if (c == '\n') {
                closeCode(out);
            }
            return emit(c, out);
        }
        return switch (c) {
            case '`', '*', '_', '~' -> marks(c, at, whole, out);
            case '\\' -> backslash(at, whole, out);
            case '[', '!' -> link(at, whole, out);
            case '<' -> angle(at, whole, out);
            case '&' -> entity(at, whole, out);
            case '$' -> dollar(at, whole, out);
            case 'h', 'H', 'w', 'W' -> word(at, whole, out);
            default -> emit(c, out);
        };
    }

    private int emit(char c, StringBuilder out) {
        if (EastAsian.isHan(c)) {
            han++;
        } else if (Character.isLetter(c)) {
            otherLetters++;
        }
        out.append(c);
        previous = c;
        return 1;
    }

    private int marks(char c, int at, boolean whole, StringBuilder out) {
        int run = 1;
        while (run < LONGEST_RUN && at + run < held.length() && held.charAt(at + run) == c) {
            run++;
        }
        if (run < LONGEST_RUN && at + run == held.length() && !whole) {
            return 0;
        }
        char next = at + run < held.length() ? held.charAt(at + run) : '\n';
        boolean mayBePattern = c == '*' && !starOpen && "./".indexOf(next) >= 0;
        if (mayBePattern && at + run + 1 == held.length() && !whole) {
            return 0;
        }
        if (c == '`') {
            backticks(at, run, out);
        } else if ((mayBePattern && isPattern(at + run)) || (c == '*' && !starOpen && previous == '.' && run == 1)) {
            out.append(held, at, at + run);
        } else if (isMarkup(c, run, next)) {
            starOpen ^= c == '*' && run % 2 == 1;
        } else {
            out.append(held, at, at + run);
        }
        previous = c;
        return run;
    }

    /** A pattern such as *.java: the character behind the stars decides. */
    private boolean isPattern(int next) {
        char behind = next + 1 < held.length() ? held.charAt(next + 1) : '\n';
        return !Character.isLetterOrDigit(previous)
                && (held.charAt(next) == '/'
                        ? behind == '*' || Character.isLetter(behind)
                        : Character.isLowerCase(behind));
    }

    private void backticks(int at, int run, StringBuilder out) {
        if (codeTicks == 0) {
            codeTicks = run;
            out.append(Marks.CODE);
        } else if (codeTicks == run) {
            closeCode(out);
        } else { // inside code that was opened with more or fewer of them
            out.append(held, at, at + run);
        }
    }

    private boolean isMarkup(char c, int run, char next) {
        if (Character.isWhitespace(previous) && Character.isWhitespace(next)) {
            return false;
        }
        if (Character.isDigit(previous) && Character.isDigit(next)) {
            return false;
        }
        boolean insideWord = Character.isLetterOrDigit(previous) && Character.isLetterOrDigit(next);
        return switch (c) {
            case '~' -> run > 1;
            case '_' -> !insideWord;
            default -> run > 1 || starOpen || !insideWord || isHanBeside(next);
        };
    }

    private boolean isHanBeside(char next) {
        return EastAsian.isHan(previous) || EastAsian.isHan(next);
    }

    private int backslash(int at, boolean whole, StringBuilder out) {
        if (at + 1 == held.length() && !whole) {
            return 0;
        }
        if (at + 1 < held.length() && "([".indexOf(held.charAt(at + 1)) >= 0) {
            if (at + 2 == held.length() && !whole) {
                return 0;
            }
            if (at + 2 < held.length() && "[`".indexOf(held.charAt(at + 2)) >= 0) { // a bracket before a link or code
                return 1 + emit(held.charAt(at + 1), out);
            }
            return formula(at, 2, held.charAt(at + 1) == '(' ? "\\)" : "\\]", out);
        }
        if (at + 1 < held.length() && ESCAPABLE.indexOf(held.charAt(at + 1)) >= 0) {
            return 1 + emit(held.charAt(at + 1), out);
        }
        return emit('\\', out);
    }

    private int dollar(int at, boolean whole, StringBuilder out) {
        if (at + 1 == held.length()) {
            return whole ? emit('$', out) : 0;
        }
        if (held.charAt(at + 1) == '$') {
            return formula(at, 2, "$$", out);
        }
        int close = held.indexOf("$", at + 1);
        if (close < 0) {
            boolean open = held.length() - at < LONGEST_INLINE_FORMULA
                    && FORMULA_SO_FAR.matcher(held).region(at, held.length()).matches();
            return open && !whole && !isInsideWord() ? 0 : emit('$', out);
        }
        if (close + 1 == held.length() && !whole) {
            return 0;
        }
        return isFormula(at + 1, close) ? formula(at, 1, "$", out) : emit('$', out);
    }

    private boolean isInsideWord() {
        return Character.isLetterOrDigit(previous) && !EastAsian.isHan(previous);
    }

    /** Whether there is a formula between two dollar signs, and not two amounts of money. */
    private boolean isFormula(int start, int close) {
        boolean moneyFollows = close + 1 < held.length() && Character.isDigit(held.charAt(close + 1));
        return !moneyFollows
                && close > start
                && !Character.isWhitespace(held.charAt(start))
                && !Character.isWhitespace(held.charAt(close - 1))
                && FORMULA.matcher(held).region(start, close).matches()
                && !CODE.matcher(held).region(start, close).find();
    }

    private int formula(int at, int opening, String closing, StringBuilder out) {
        int start = at + opening;
        int close = held.indexOf(closing, start);
        if (close >= 0) {
            speakFormula(held.substring(start, close), out);
            return close + closing.length() - at;
        }
        if (line != Line.TEXT) { // in a table or a label, which are whole
            return opening;
        }
        formula.append(held, start, held.length());
        formulaEnd = closing;
        line = Line.FORMULA;
        return held.length() - at;
    }

    private void speakFormula(String latex, StringBuilder out) {
        out.append(Marks.FORMULA).append(latex.replace('\n', ' ').strip()).append(Marks.END);
        previous = '$';
    }

    private int entity(int at, boolean whole, StringBuilder out) {
        Matcher entity = ENTITY.matcher(held).region(at, held.length());
        if (entity.lookingAt()) {
            Optional<String> text = Html.entity(entity.group(1));
            if (text.isPresent()) {
                text.get().chars().forEach(c -> emit((char) c, out));
                return entity.end() - at;
            }
            return emit('&', out);
        }
        boolean open = ENTITY_SO_FAR.matcher(held).region(at, held.length()).matches();
        return open && !whole ? 0 : emit('&', out);
    }

    /** {@code [label](target)}, {@code [label][reference]}, an image with {@code !} before it, or none of them. */
    private int link(int at, boolean whole, StringBuilder out) {
        int open = held.charAt(at) == '!' ? at + 1 : at;
        if (open >= held.length()) {
            return whole ? emit('!', out) : 0;
        }
        if (held.charAt(open) != '[') {
            return emit('!', out);
        }
        int close = closing(open, LONGEST_LABEL);
        if (close < 0) {
            return whole || held.length() - open > LONGEST_LABEL
                    ? emit(held.charAt(at), out)
                    : await(']', open - at + LONGEST_LABEL);
        }
        String label = held.substring(open + 1, close);
        if (previous == '\n' && CALL_OUT.matcher(label).matches()) {
            return close + 1 - at;
        }
        if (previous == '\n' && open == at) {
            Matcher reference = REFERENCE.matcher(held).region(close + 1, held.length());
            if (reference.lookingAt()) {
                line = Line.SILENT;
                return held.length() - at;
            }
            if (reference.hitEnd() && !whole) {
                return 0;
            }
        }
        if (label.startsWith("^")) { // a footnote, or at the start of a line its text
            boolean text = previous == '\n' && close + 1 < held.length() && held.charAt(close + 1) == ':';
            return previous == '\n' && close + 1 == held.length() && !whole ? 0 : close + (text ? 2 : 1) - at;
        }
        if (close + 1 == held.length() && !whole) {
            return 0;
        }
        if (close + 1 == held.length() || "([".indexOf(held.charAt(close + 1)) < 0) {
            return emit(held.charAt(at), out);
        }
        int end = closing(close + 1, LONGEST_TARGET);
        if (end < 0) {
            return whole || held.length() - close > LONGEST_TARGET
                    ? emit(held.charAt(at), out)
                    : await(held.charAt(close + 1) == '[' ? ']' : ')', close - at + LONGEST_TARGET);
        }
        speakLabel(label, out);
        return end + 1 - at;
    }

    /** Waits for a bracket. */
    private int await(char bracket, int most) {
        awaited = bracket;
        awaitedUntil = most;
        return 0;
    }

    /** Where the bracket at {@code open} is closed, or -1. */
    private int closing(int open, int limit) {
        char opening = held.charAt(open);
        char closing = opening == '[' ? ']' : ')';
        int depth = 0;
        for (int i = open; i < Math.min(held.length(), open + limit); i++) {
            if (held.charAt(i) == opening) {
                depth++;
            } else if (held.charAt(i) == closing && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private void speakLabel(String label, StringBuilder out) {
        SpokenMarkdown inner = new SpokenMarkdown(code);
        inner.held.append(label);
        inner.han = han;
        inner.otherLetters = otherLetters;
        inner.drain(true, out);
        inner.endAddress(out);
        han = inner.han;
        otherLetters = inner.otherLetters;
        previous = ']';
    }

    /** A tag goes; of {@code <https://…>} the bracket goes, and the address after it eats the other one. */
    private int angle(int at, boolean whole, StringBuilder out) {
        Found address = lookFor("<http", at, whole);
        if (address == Found.YES) {
            previous = '<';
            return 1;
        }
        Found comment = lookFor("<!--", at, whole);
        if (comment == Found.YES) {
            return comment(at, whole);
        }
        Matcher tag = TAG.matcher(held).region(at, held.length());
        if (tag.lookingAt()) {
            speakTag(tag.group(), tag.group(1), out);
            return tag.end() - at;
        }
        boolean open = comment == Found.MAYBE || mayBecomeTag(at);
        return open && !whole ? 0 : emit('<', out);
    }

    private boolean mayBecomeTag(int at) {
        if (!TAG_SO_FAR.matcher(held).region(at, held.length()).matches()) {
            return false;
        }
        String[] words = held.substring(at + 1).replaceFirst("^/", "").split("[\\s/]", 2);
        return words.length < 2 || Html.isTag(words[0]);
    }

    private int comment(int at, boolean whole) {
        int close = held.indexOf("-->", at);
        if (close >= 0) {
            return close + 3 - at;
        }
        return whole || held.length() - at > LONGEST_LABEL ? 4 : 0;
    }

    private void speakTag(String tag, String name, StringBuilder out) {
        if (!Html.isTag(name)) { // a placeholder such as <name>
            if (previous != ' ') {
                emit(' ', out);
            }
            name.chars().forEach(c -> emit((char) c, out));
        } else if (Html.breaksLine(name)) {
            emit(line == Line.TABLE ? ' ' : '\n', out);
        } else if (tag.equals("<sup>") && Character.isLetterOrDigit(previous)) {
            emit('^', out);
        }
    }

    private int word(int at, boolean whole, StringBuilder out) {
        if (isInsideWord()) {
            return emit(held.charAt(at), out);
        }
        for (String beginning : new String[] {"http://", "https://", "www."}) {
            Found found = lookFor(beginning, at, whole);
            if (found == Found.YES) {
                insideAddress = true;
                out.append(Marks.ADDRESS).append(held, at, at + beginning.length());
                return beginning.length();
            }
            if (found == Found.MAYBE) {
                return 0;
            }
        }
        return emit(held.charAt(at), out);
    }

    /** Whether a text is there; maybe, when what is held ends too early. */
    private enum Found {
        YES,
        NO,
        MAYBE
    }

    private Found lookFor(String text, int at, boolean whole) {
        String there =
                held.substring(at, Math.min(held.length(), at + text.length())).toLowerCase(Locale.ROOT);
        if (there.equals(text)) {
            return Found.YES;
        }
        return text.startsWith(there) && !whole ? Found.MAYBE : Found.NO;
    }

    /** Whether {@code c} went with the address; if not, the address has ended before it. */
    private boolean stepInAddress(char c, StringBuilder out) {
        if (c == '>') {
            endAddress(out);
            return true;
        }
        if (Character.isWhitespace(c) || "<\"`|”’".indexOf(c) >= 0 || c >= '\u2E80') {
            endAddress(out);
            return false;
        }
        if (".,;:!?)]}'*_~".indexOf(c) >= 0) {
            addressTail.append(c);
        } else {
            out.append(addressTail).append(c);
            addressTail.setLength(0);
        }
        return true;
    }

    private void endAddress(StringBuilder out) {
        if (!insideAddress) {
            return;
        }
        insideAddress = false;
        out.append(Marks.END).append(addressTail.toString().replaceAll("[*_~]", ""));
        addressTail.setLength(0);
        previous = ' ';
    }

    private boolean isChinese() {
        return WrittenLanguage.isChinese(han, otherLetters);
    }
}
