package dev.voicebot.speakable;

import dev.voicebot.language.EastAsian;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes Markdown character by character and leaves the words: the blocks here, what is within a line in {@link
 * SpokenInlines}. It waits only where the next characters decide what a line is. One thread.
 */
final class SpokenMarkdown {
    private static final int LONGEST_PREFIX = 64;

    // At the start of a line: "# ", "> ", "- ", "[x] ".
    private static final Pattern MARKER = Pattern.compile("\\s*(?:#{1,6}[ \\t]|>|[-+*•][ \\t]|\\[[ xX]\\][ \\t])");
    private static final Pattern RULE = Pattern.compile("\\s*(?:([-*_=])\\1{2,}|\\+[-=+]{2,}|:-{2,}:?)[\\s|]");
    private static final Pattern LONG_RULE = Pattern.compile("\\s*(?:([-*_=])\\1{2,}|\\+[-=+]{2,}|:-{2,}:?)");
    private static final Pattern FENCE = Pattern.compile("\\s*(?:```|~~~)");
    private static final Pattern UNDECIDED =
            Pattern.compile("\\s*(?:#{0,6}|\\+[-=+]*|•|:-*:?|([-*_=])\\1*|`{1,2}|~{1,2}|\\[(?:[ xX]\\]?)?)");
    private static final Pattern ONLY_MARKERS = Pattern.compile("\\s*(?:#+|\\+[-=+]*|•|:-*:?|([-*_=])\\1*)\\s*");
    private static final Pattern QUOTE = Pattern.compile("^(?:\\s*>)+");
    private static final Pattern TABLE_LINE = Pattern.compile("[|:\\-\\s]+");

    /** What kind of line the text is in. */
    private enum Line {
        START,
        TEXT,
        TABLE,
        RULE,
        SILENT,
        FENCE,
        CODE
    }

    private final CodeSpeech code;
    private final InlineText text;
    private final SpokenInlines inlines;
    private Line line = Line.START;
    private boolean afterMarker;
    private String fence = "";
    private int codeLines;

    /** {@code out} receives the words. */
    SpokenMarkdown(CodeSpeech code, StringBuilder out) {
        this.code = code;
        this.text = new InlineText(out);
        this.inlines = new SpokenInlines(text);
    }

    void take(char c) {
        if (inlines.formula().isOpen()) {
            inlines.formula().take(c);
        } else if (line == Line.RULE) {
            takeInRule(c);
        } else if (line == Line.SILENT) {
            if (c == '\n') {
                startLine();
            }
        } else {
            text.held().append(c);
            takeHeld(c);
        }
    }

    private void takeHeld(char c) {
        if (line == Line.START) {
            takeAtStart(c);
        } else if (c == '\n') {
            endLine();
        } else if (line == Line.TEXT) {
            inlines.goOn(c);
            leaveReference();
        }
    }

    void finish() {
        if (inlines.formula().isOpen() && !inlines.formula().finish()) {
            drain(true);
        }
        if (line == Line.START && !ONLY_MARKERS.matcher(text.held()).matches()) {
            drain(true);
        } else if (line != Line.START && text.length() > 0) {
            endLine();
        }
        inlines.closeCode();
        announceCode();
        inlines.endAddress();
    }

    private void takeInRule(char c) {
        if (c == '\n') {
            startLine();
        } else if ("-*_= \t\r|:+".indexOf(c) < 0) {
            text.held().append(c);
            beginText();
        }
    }

    private void beginText() {
        line = Line.TEXT;
        drain(false);
    }

    private void takeAtStart(char c) {
        StringBuilder held = text.held();
        if (RULE.matcher(held).matches()
                || (held.length() > LONGEST_PREFIX && LONG_RULE.matcher(held).matches())) {
            held.setLength(0);
            line = c == '\n' ? Line.START : Line.RULE;
        } else if (c == '\n') {
            if (ONLY_MARKERS.matcher(held).matches()) {
                held.replace(0, held.length(), "\n");
            }
            endLine();
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
            beginText();
        }
    }

    private void endLine() {
        switch (line) {
            case FENCE -> openFence();
            case CODE -> endCodeLine();
            case TABLE -> speakRow();
            default -> drain(true);
        }
        if (line != Line.CODE && !inlines.formula().isOpen()) {
            startLine();
        }
    }

    private void startLine() {
        inlines.startLine();
        line = Line.START;
        afterMarker = false;
    }

    private void drain(boolean whole) {
        text.place(
                switch (line) {
                    case TEXT -> InlineText.Place.LINE;
                    case TABLE -> InlineText.Place.ROW_OF_TABLE;
                    default -> InlineText.Place.ELSEWHERE;
                });
        inlines.drain(whole);
        leaveReference();
    }

    private void leaveReference() {
        if (inlines.endedInReference()) {
            line = Line.SILENT;
        }
    }

    private void openFence() {
        String opened = text.held().toString().strip();
        String info = opened.replaceFirst("^(`+|~+)", "");
        if (info.contains("`")) { // inline code at the start of a line
            drain(true);
            return;
        }
        fence = opened.substring(0, opened.length() - info.length());
        codeLines = 0;
        text.held().setLength(0);
        line = Line.CODE;
    }

    private void endCodeLine() {
        String written = QUOTE.matcher(text.held()).replaceFirst("").strip();
        text.held().setLength(0);
        if (written.startsWith(fence)
                && written.replace(fence.substring(0, 1), "").isEmpty()) {
            announceCode();
        } else {
            codeLines++;
            readCode(written);
        }
    }

    private void readCode(String written) {
        if (code == CodeSpeech.READ) {
            text.out().append(written).append('\n');
        }
    }

    private void announceCode() {
        if (line != Line.CODE) {
            return;
        }
        line = Line.START;
        if (codeLines > 0 && code == CodeSpeech.ANNOUNCE) {
            String lines = codeLines == 1 ? " line" : " lines";
            text.out().append(text.isChinese() ? "代码，" + codeLines + " 行。\n" : "code, " + codeLines + lines + ".\n");
        }
    }

    private void speakRow() {
        String row = text.held().toString().strip();
        text.held().setLength(0);
        if (TABLE_LINE.matcher(row).matches()) {
            return;
        }
        boolean chinese = text.isChinese() || (!text.hasLetters() && row.chars().anyMatch(EastAsian::isHan));
        text.held()
                .append(Arrays.stream(row.split("(?<!\\\\)\\|"))
                        .map(String::strip)
                        .filter(Predicate.not(String::isEmpty))
                        .collect(Collectors.joining(chinese ? "，" : ", ")))
                .append('\n');
        drain(true);
    }
}
