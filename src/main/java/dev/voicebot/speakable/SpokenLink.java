package dev.voicebot.speakable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Of a link its label, of a footnote nothing: {@code [label](target)}, {@code [label][reference]}, images, call-outs. */
final class SpokenLink {
    private static final int LONGEST_LABEL = 400;
    private static final int LONGEST_TARGET = 2000;
    private static final Pattern CALL_OUT = Pattern.compile("![A-Z]{3,12}"); // > [!NOTE]
    private static final Pattern REFERENCE =
            Pattern.compile(":[ \\t]*(?:<|https?:|/|#|www\\.|mailto:)"); // [a]: http://x

    private final InlineText text;
    private char awaited; // the bracket that alone can decide what is held; 0 for none
    private int awaitedUntil; // characters that may be held without it
    private boolean isReference;

    SpokenLink(InlineText text) {
        this.text = text;
    }

    void awaitNothing() {
        awaited = 0;
    }

    /** Whether what is held can be decided by now, after {@code c}. */
    boolean mayGoOn(char c) {
        return awaited == 0 || c == awaited || text.length() > awaitedUntil;
    }

    /** Whether the line says where a link leads, which is asked once: the rest of it is not spoken. */
    boolean endedInReference() {
        boolean was = isReference;
        isReference = false;
        return was;
    }

    /** Handles a bracket, or a {@code !} before one; gives how many characters that were, 0 to wait for more. */
    int take(int at, boolean whole) {
        int open = text.charAt(at) == '!' ? at + 1 : at;
        if (open >= text.length()) {
            return whole ? text.emit('!') : 0;
        }
        if (text.charAt(open) != '[') {
            return text.emit('!');
        }
        int close = text.closing(open, LONGEST_LABEL);
        if (close < 0) {
            return whole || text.length() - open > LONGEST_LABEL
                    ? text.emit(text.charAt(at))
                    : await(']', open - at + LONGEST_LABEL);
        }
        String label = text.held().substring(open + 1, close);
        if (text.isAtStart() && CALL_OUT.matcher(label).matches()) {
            return close + 1 - at;
        }
        if (text.isAtStart() && open == at) {
            Matcher reference = text.match(REFERENCE, close + 1);
            if (reference.lookingAt()) {
                isReference = true;
                return text.length() - at;
            }
            if (reference.hitEnd() && !whole) {
                return 0;
            }
        }
        return label.startsWith("^") ? footnote(at, close, whole) : target(at, close, label, whole);
    }

    /** A footnote, or at the start of a line its text. */
    private int footnote(int at, int close, boolean whole) {
        boolean atStart = text.isAtStart();
        if (atStart && close + 1 == text.length() && !whole) {
            return 0;
        }
        boolean isText = atStart && text.next(close + 1) == ':';
        return close + (isText ? 2 : 1) - at;
    }

    private int target(int at, int close, String label, boolean whole) {
        if (close + 1 == text.length() && !whole) {
            return 0;
        }
        char opening = text.next(close + 1);
        boolean set = opening == '[' && text.charAt(at) == '[' && text.isInsideWord(); // tty[p-s][0-9]
        if (set || "([".indexOf(opening) < 0) {
            return text.emit(text.charAt(at));
        }
        int end = text.closing(close + 1, LONGEST_TARGET);
        if (end < 0) {
            return whole || text.length() - close > LONGEST_TARGET
                    ? text.emit(text.charAt(at))
                    : await(opening == '[' ? ']' : ')', close - at + LONGEST_TARGET);
        }
        speak(label);
        return end + 1 - at;
    }

    private int await(char bracket, int most) {
        awaited = bracket;
        awaitedUntil = most;
        return 0;
    }

    private void speak(String label) {
        InlineText part = InlineText.label(text, label);
        new SpokenInlines(part).finish();
        text.count(part);
        text.previous(']');
    }
}
