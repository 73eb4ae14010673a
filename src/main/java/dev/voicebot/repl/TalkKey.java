package dev.voicebot.repl;

import java.util.List;

/** A key that starts and ends talking. */
public enum TalkKey {
    /** Anywhere. */
    F2("F2"),
    /** Anywhere. */
    CTRL_SPACE("Ctrl-Space"),
    /** On an empty line only, where a space means nothing else. */
    SPACE("Space on an empty line");

    private final String label;

    TalkKey(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** What terminals send for it; empty for a key that types a character elsewhere. */
    List<String> sequences() {
        return switch (this) {
            // xterm, VT220, the Linux console, kitty
            case F2 -> List.of("\033OQ", "\033[12~", "\033[[B", "\033[Q");
            // NUL; the kitty protocol's form
            case CTRL_SPACE -> List.of("\0", "\033[32;5u");
            case SPACE -> List.of();
        };
    }
}
