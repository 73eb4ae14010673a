package dev.voicebot.screen;

import java.util.List;
import org.jline.utils.AttributedString;

/** A reply's text on its way to the screen: its first rows move above the prompt for good, the rest is redrawn. */
interface ReplyText {
    /** More of it, free of control characters. */
    void append(String text);

    /** The text is whole: every row may go. */
    void finish();

    /** So many of its characters have been heard; fewer than before when the voice goes back. */
    void heard(int characters);

    /** The voice stops here: what it has not said stays dim. */
    void silence();

    /** Rows no longer wait for the voice. */
    void letGo();

    /** Whether something of it is drawn that has not gone above, or could not be set apart from what comes next. */
    boolean isOpen();

    /** What to draw on a screen of so many columns, with at most {@code limit} rows kept. Rows above are given once. */
    Frame frame(int columns, int limit);

    /**
     * What to draw.
     *
     * @param above rows that have gone above since the last frame
     * @param open rows that may change
     */
    record Frame(List<AttributedString> above, List<AttributedString> open) {
        public Frame {
            above = List.copyOf(above);
            open = List.copyOf(open);
        }
    }
}
