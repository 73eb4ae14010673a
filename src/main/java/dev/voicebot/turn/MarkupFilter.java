package dev.voicebot.turn;

import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes Markdown as it arrives and gives what a person would read aloud. It decides on complete marks, never on half
 * ones: what cannot be decided yet is held back until the next text comes. One thread.
 */
final class MarkupFilter {
    private static final Pattern FENCE = Pattern.compile("[ \\t]{0,3}(```+|~~~+)[^\\n]*\\n?");
    private static final Pattern RULE = Pattern.compile("[ \\t]*(?:[-*_=][ \\t]*){3,}\\n?");
    private static final Pattern TABLE_ROW = Pattern.compile("[ \\t]*\\|[^\\n]*\\n?");
    private static final Pattern TABLE_LINE = Pattern.compile("[-:|\\s]+");
    private static final Pattern HEADING = Pattern.compile("[ \\t]*#{1,6}[ \\t]+");
    private static final Pattern QUOTE = Pattern.compile("[ \\t]*>[ \\t]?");
    private static final Pattern BULLET = Pattern.compile("[ \\t]*[-*+•][ \\t]+(?:\\[[ xX]\\][ \\t]+)?");
    private static final Pattern NUMBER = Pattern.compile("[ \\t]*(\\d{1,3})[.)][ \\t]+");
    private static final Pattern UNDECIDED_START =
            Pattern.compile("[ \\t]*(?:[-*_=`~#>+•|\\d][-*_=`~# \\t.)\\d\\[\\]xX]*)?");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]\\n]*)\\](?:\\(([^)\\n]*)\\))?");
    private static final Pattern HALF_LINK =
            Pattern.compile("!?\\[[^\\]\\n]{0,300}|!?\\[[^\\]\\n]*\\](?:\\([^)\\n]{0,500})?");
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)[^\\s\\p{IsHan}，。；！？、）】》)>\\]\"']*");
    private static final Pattern HALF_ADDRESS = Pattern.compile("h(?:t(?:t(?:p(?:s?(?::/?)?)?)?)?)?|w(?:w{1,2})?");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>\\n]{0,120}>");
    private static final Pattern HALF_TAG = Pattern.compile("<(?:/?(?:[A-Za-z][^<>\\n]{0,120})?)?");
    private static final Pattern ESCAPE_SEQUENCE = Pattern.compile("\\u001B(?:\\[[0-?]*[ -/]*[@-~]|[^\\[])");
    private static final Pattern MARKS = Pattern.compile("\\*+|_+|~+");
    private static final int WRAPPED_LINE = 60; // characters, from where a line's end is taken for a wrapped one

    private final StringBuilder held = new StringBuilder();
    private final StringBuilder spoken = new StringBuilder();
    private boolean lineStart = true;
    private boolean whole; // nothing more will come
    private String fence = ""; // of the code block we are in
    private int codeLines;
    private int lineLength;
    private int previous = '\n'; // the character before held
    private boolean chinese; // the last letters given were

    String add(String text) {
        held.append(text);
        return drain();
    }

    String finish() {
        whole = true;
        String rest = drain();
        if (!fence.isEmpty()) {
            endCode();
            rest += spoken;
            spoken.setLength(0);
        }
        return rest;
    }

    private String drain() {
        while (!held.isEmpty() && step()) {
            // each step takes what it understood off held
        }
        String text = spoken.toString();
        spoken.setLength(0);
        return text;
    }

    /** False when the next character decides. */
    private boolean step() {
        if (!fence.isEmpty()) {
            return codeLine();
        }
        return lineStart ? startOfLine() : inLine();
    }

    private boolean codeLine() {
        int end = held.indexOf("\n");
        if (end < 0 && !whole) {
            return false;
        }
        String line = held.substring(0, end < 0 ? held.length() : end);
        take(end < 0 ? held.length() : end + 1);
        if (line.strip().startsWith(fence)) {
            endCode();
        } else {
            codeLines++;
        }
        return true;
    }

    private void endCode() {
        if (chinese) {
            give("代码，" + codeLines + "行。\n");
        } else {
            give("code, " + codeLines + (codeLines == 1 ? " line.\n" : " lines.\n"));
        }
        fence = "";
        codeLines = 0;
    }

    private boolean startOfLine() {
        boolean lineIsWhole = whole || held.indexOf("\n") >= 0;
        if (!lineIsWhole && UNDECIDED_START.matcher(held).matches()) {
            return false;
        }
        if (!lineIsWhole && (looking(FENCE) || looking(TABLE_ROW))) {
            return false;
        }
        Matcher start = FENCE.matcher(held);
        if (start.lookingAt()) {
            fence = start.group(1);
            take(start.end());
            return true;
        }
        if (wholeLineIs(RULE)) {
            takeLine();
            return true;
        }
        if (looking(TABLE_ROW)) {
            tableRow();
            return true;
        }
        prefixes();
        lineStart = false;
        return true;
    }

    private void prefixes() {
        drop(QUOTE);
        drop(HEADING);
        drop(BULLET);
        Matcher number = NUMBER.matcher(held);
        if (number.lookingAt()) {
            String item = number.group(1);
            take(number.end());
            give(item + ", ");
        }
    }

    private void tableRow() {
        int end = held.indexOf("\n");
        String row = held.substring(0, end < 0 ? held.length() : end);
        takeLine();
        if (!TABLE_LINE.matcher(row).matches()) {
            MarkupFilter cells = new MarkupFilter();
            String plain = row.strip().replaceAll("^\\||\\|$", "").replaceAll("\\s*\\|\\s*", ", ");
            give((cells.add(plain.strip()) + cells.finish()).strip() + ".\n");
        }
    }

    private boolean inLine() {
        char c = held.charAt(0);
        if (c == '\n') {
            endLine();
            return true;
        }
        if (Character.isHighSurrogate(c) && held.length() == 1 && !whole) {
            return false;
        }
        if (c == '\u001B') {
            return span(ESCAPE_SEQUENCE, "");
        }
        if (c == '`') {
            take(1);
            return true;
        }
        if (c == '*' || c == '_' || c == '~') {
            return marks();
        }
        if (c == '[' || c == '!') {
            return link();
        }
        if ((c == 'h' || c == 'w') && !Character.isLetterOrDigit(previous)) {
            return address();
        }
        if (c == '<') {
            return tag();
        }
        if (c == '\\' && (held.length() > 1 || !whole)) {
            return escaped();
        }
        character();
        return true;
    }

    private void endLine() {
        boolean wrapped = lineLength >= WRAPPED_LINE && Character.isLetterOrDigit(previous);
        give(wrapped ? " " : "\n");
        take(1);
        lineStart = true;
        lineLength = 0;
    }

    /** Emphasis touches a word on one side only; a sign of arithmetic stands free, or between two digits. */
    private boolean marks() {
        Matcher run = MARKS.matcher(held);
        if (!run.lookingAt() || (run.end() == held.length() && !whole)) {
            return false;
        }
        int next = run.end() < held.length() ? held.codePointAt(run.end()) : '\n';
        String marks = run.group();
        boolean free = isSpace(previous) && isSpace(next);
        boolean between = Character.isLetterOrDigit(previous) && Character.isLetterOrDigit(next);
        boolean sign = marks.charAt(0) == '_' ? between : between && marks.length() == 1 && Character.isDigit(next);
        take(run.end());
        if (free || sign || (marks.equals("~") && Character.isDigit(next))) {
            give(marks);
        }
        return true;
    }

    private boolean link() {
        Matcher link = LINK.matcher(held);
        if (!whole && HALF_LINK.matcher(held).matches()) {
            return false;
        }
        if (!link.lookingAt()) {
            character();
            return true;
        }
        String shown = link.group(1);
        take(link.end());
        held.insert(0, shown); // it can hold marks of its own
        return true;
    }

    private boolean address() {
        Matcher address = ADDRESS.matcher(held);
        if (!whole
                && (HALF_ADDRESS.matcher(held).matches() || (address.lookingAt() && address.end() == held.length()))) {
            return false;
        }
        if (!address.lookingAt()) {
            character();
            return true;
        }
        int end = address.end();
        while (".,;:!?".indexOf(held.charAt(end - 1)) >= 0) {
            end--; // the sentence's own
        }
        take(end);
        give(chinese ? "链接" : "link");
        return true;
    }

    private boolean tag() {
        if (!whole && HALF_TAG.matcher(held).matches()) {
            return false;
        }
        if (!looking(TAG)) {
            character();
            return true;
        }
        return span(TAG, "");
    }

    private boolean escaped() {
        if (held.length() < 2) {
            return false;
        }
        take(1);
        if ("\\`*_{}[]()#+-.!|<>~".indexOf(held.charAt(0)) >= 0) {
            character();
        }
        return true;
    }

    private boolean span(Pattern pattern, String instead) {
        Matcher matcher = pattern.matcher(held);
        if (!matcher.lookingAt()) {
            if (!whole && held.length() < 40) {
                return false;
            }
            take(1);
            return true;
        }
        take(matcher.end());
        give(instead);
        return true;
    }

    private void character() {
        int c = held.codePointAt(0);
        take(Character.charCount(c));
        if (isSpeakable(c)) {
            give(Character.toString(c));
        }
    }

    private void give(String text) {
        spoken.append(text);
        lineLength += text.length();
        text.codePoints().filter(Character::isLetter).forEach(c -> chinese = Character.isIdeographic(c));
    }

    private void take(int count) {
        if (count > 0) {
            previous = held.codePointBefore(count);
            held.delete(0, count);
        }
    }

    private void takeLine() {
        int end = held.indexOf("\n");
        take(end < 0 ? held.length() : end + 1);
    }

    private void drop(Pattern prefix) {
        Matcher matcher = prefix.matcher(held);
        if (matcher.lookingAt()) {
            take(matcher.end());
            previous = '\n';
        }
    }

    private boolean looking(Pattern pattern) {
        return pattern.matcher(held).lookingAt();
    }

    private boolean wholeLineIs(Pattern pattern) {
        int end = held.indexOf("\n");
        return pattern.matcher(held.substring(0, end < 0 ? held.length() : end)).matches();
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c);
    }

    /** Not a control character, a drawing, an emoji or an invisible sign. */
    private static boolean isSpeakable(int c) {
        IntPredicate drawing = x -> x >= 0x2190 && x <= 0x2BFF;
        IntPredicate emoji = x -> x >= 0x1F000 && x <= 0x1FAFF;
        IntPredicate invisible = x -> (x >= 0xFE00 && x <= 0xFE0F) || Character.getType(x) == Character.FORMAT;
        boolean control = Character.isISOControl(c) && c != '\t';
        boolean privateUse = Character.getType(c) == Character.PRIVATE_USE;
        boolean mathSign = c >= 0x2200 && c <= 0x22FF;
        return mathSign
                || !(control || privateUse || drawing.or(emoji).or(invisible).test(c));
    }
}
