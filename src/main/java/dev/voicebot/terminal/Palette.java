package dev.voicebot.terminal;

/**
 * Colours for a background, as numbers of the 256 that xterm knows; a terminal of 16 colours gets the nearest of its own.
 * The first eight are the terminal's, which its user has chosen to be readable.
 */
public enum Palette {
    /** No colours and no other styles. */
    NONE(7, 7, 7, 7, 7, 7),
    DARK(6, 3, 180, 176, 114, 80),
    LIGHT(25, 130, 88, 91, 28, 30);

    private final int accent;
    private final int notice;
    private final int code;
    private final int keyword;
    private final int literal;
    private final int number;

    Palette(int accent, int notice, int code, int keyword, int literal, int number) {
        this.accent = accent;
        this.notice = notice;
        this.code = code;
        this.keyword = keyword;
        this.literal = literal;
        this.number = number;
    }

    /** The prompt and headings. */
    public int accent() {
        return accent;
    }

    /** What the user should know. */
    int notice() {
        return notice;
    }

    int code() {
        return code;
    }

    public int keyword() {
        return keyword;
    }

    int literal() {
        return literal;
    }

    int number() {
        return number;
    }
}
