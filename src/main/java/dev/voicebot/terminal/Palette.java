package dev.voicebot.terminal;

import dev.voicebot.config.Theme;
import org.jline.utils.AttributedStyle;

/**
 * The colours of a theme, as numbers of the 256 that xterm knows; a terminal of 16 colours gets the nearest of its own.
 * The first eight are the terminal's, which its user has chosen to be readable.
 *
 * @param accent the prompt and headings
 * @param notice what the user should know
 */
public record Palette(int accent, int notice, int code, int keyword, int literal, int number) {
    private static final Palette NO_COLORS = new Palette(7, 7, 7, 7, 7, 7);
    private static final Palette ON_DARK = new Palette(6, 3, 180, 176, 114, 80);
    private static final Palette ON_LIGHT = new Palette(25, 130, 88, 91, 28, 30);
    private static final int GRAY_ON_LIGHT = 242;

    /** As far from white as from black: tmux before 3.4, screen and others never say what their background is. */
    private static final Palette ON_ANY = new Palette(31, 130, 130, 133, 28, 30);

    static final int GRAY_ON_ANY = 243;

    /** What stands back. On white, terminals that halve the brightness make it darker, or too light to be read. */
    AttributedStyle faint(AttributedStyle style) {
        if (equals(ON_ANY)) {
            return style.foreground(GRAY_ON_ANY);
        }
        return equals(ON_LIGHT) ? style.foreground(GRAY_ON_LIGHT) : style.faint();
    }

    /** As long as nothing is known of the background, the colors can be read on any. */
    public static Palette of(Theme theme) {
        return switch (theme) {
            case NONE -> NO_COLORS;
            case LIGHT -> ON_LIGHT;
            case DARK -> ON_DARK;
            case AUTO -> ON_ANY;
        };
    }
}
