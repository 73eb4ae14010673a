package dev.voicebot.screen;

/** A text of several lines between {@code """} and {@code """}: Enter inside it begins a new line. */
public final class BlockText {
    private static final String QUOTES = "\"\"\"";

    private BlockText() {}

    /** Whether {@code typed} begins a block and does not end it. */
    public static boolean isOpen(String typed) {
        String text = typed.strip();
        return text.startsWith(QUOTES) && text.indexOf(QUOTES, QUOTES.length()) < 0;
    }

    /** Whether {@code typed} is a whole block, perhaps with something after it. */
    public static boolean isWhole(String typed) {
        return typed.strip().startsWith(QUOTES) && !isOpen(typed);
    }

    /** What stands in the block, and after it. */
    public static String content(String typed) {
        String text = typed.strip().substring(QUOTES.length());
        int end = text.indexOf(QUOTES);
        return (text.substring(0, end) + text.substring(end + QUOTES.length())).strip();
    }
}
