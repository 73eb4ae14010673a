package dev.voicebot.speakable;

/**
 * Takes the markup within a line and leaves the words. It waits only where the next characters decide what a character
 * means, and never longer than to the end of the line or of a limit. One thread.
 */
final class SpokenInlines {
    private static final String ESCAPABLE = "\\`*_{}[]()<>#+-.!|~$%&=\"'/:;,?@^";

    private final InlineText text;
    private final SpokenEmphasis emphasis;
    private final SpokenFormula formula;
    private final SpokenLink link;
    private final SpokenTag tag;
    private final SpokenAddress address;

    SpokenInlines(InlineText text) {
        this.text = text;
        this.emphasis = new SpokenEmphasis(text);
        this.formula = new SpokenFormula(text);
        this.link = new SpokenLink(text);
        this.tag = new SpokenTag(text);
        this.address = new SpokenAddress(text);
    }

    SpokenFormula formula() {
        return formula;
    }

    /** Whether the line says where a link leads, which is asked once: the rest of it is not spoken. */
    boolean endedInReference() {
        return link.endedInReference();
    }

    void startLine() {
        text.held().setLength(0);
        text.previous('\n');
        emphasis.startLine();
    }

    /** Lets out what can be decided after {@code c}, the last that is held. */
    void goOn(char c) {
        if (link.mayGoOn(c)) {
            drain(false);
        }
    }

    /** Lets out all that is held; nothing follows. */
    void finish() {
        drain(true);
        closeCode();
        endAddress();
    }

    void closeCode() {
        emphasis.closeCode();
    }

    void endAddress() {
        address.end();
    }

    /** Lets out what is held, up to a character whose meaning only later ones decide; all of it when {@code whole}. */
    void drain(boolean whole) {
        int at = 0;
        int used = -1;
        link.awaitNothing();
        while (at < text.length() && used != 0) {
            used = step(at, whole);
            at += used;
        }
        text.held().delete(0, at);
    }

    /** Handles what is at {@code at}; gives how many characters that were, 0 to wait for more. */
    private int step(int at, boolean whole) {
        char c = text.charAt(at);
        if (address.isOpen() && address.take(c)) {
            return 1;
        }
        if (emphasis.isInCode() && c != '`') {
            if (c == '\n') {
                emphasis.closeCode();
            }
            return text.emit(c);
        }
        return switch (c) {
            case '`', '*', '_', '~' -> emphasis.take(c, at, whole);
            case '\\' -> backslash(at, whole);
            case '[', '!' -> link.take(at, whole);
            case '<' -> tag.angle(at, whole);
            case '&' -> tag.entity(at, whole);
            case '$' -> formula.dollar(at, whole);
            case 'h', 'H', 'w', 'W' -> address.begin(at, whole);
            default -> text.emit(c);
        };
    }

    private int backslash(int at, boolean whole) {
        if (at + 1 == text.length()) {
            return whole ? text.emit('\\') : 0;
        }
        char next = text.charAt(at + 1);
        if ("([".indexOf(next) >= 0) {
            if (at + 2 == text.length() && !whole) {
                return 0;
            }
            boolean beforeLinkOrCode = "[`".indexOf(text.next(at + 2)) >= 0;
            return beforeLinkOrCode ? 1 + text.emit(next) : formula.open(at, 2, next == '(' ? "\\)" : "\\]");
        }
        return ESCAPABLE.indexOf(next) >= 0 ? 1 + text.emit(next) : text.emit('\\');
    }
}
