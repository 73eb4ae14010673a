package dev.voicebot.terminal;

import dev.voicebot.config.Theme;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a terminal's background is light or dark, as the terminal or its environment tells it. */
public final class Background {
    /** Asks the terminal; it answers with {@link #ANSWER}, a colour and an end, or never. */
    public static final String QUESTION = "\033]11;?\033\\";

    public static final String ANSWER = "\033]11;";

    private static final Pattern COLOR =
            Pattern.compile("rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4}).*");
    private static final int LEAST_LIGHT = 128;

    private Background() {}

    /** By the rest of the terminal's answer, as in {@code rgb:ffff/ffff/ffff}. */
    public static Optional<Theme> ofAnswer(String color) {
        Matcher parts = COLOR.matcher(color);
        if (!parts.matches()) {
            return Optional.empty();
        }
        // how bright the eye finds red, green and blue
        double light = 0.299 * part(parts.group(1)) + 0.587 * part(parts.group(2)) + 0.114 * part(parts.group(3));
        return Optional.of(light >= LEAST_LIGHT ? Theme.LIGHT : Theme.DARK);
    }

    /** 0 to 255, from one to four hexadecimal digits. */
    private static double part(String digits) {
        return Integer.parseInt(digits, 16) * 255.0 / ((1 << (4 * digits.length())) - 1);
    }

    /** By the variable COLORFGBG, as in {@code 0;15}: its last number is the background among 16 colours. */
    public static Optional<Theme> ofVariable(String value) {
        String last = value.substring(value.lastIndexOf(';') + 1);
        if (!value.contains(";") || !last.matches("\\d{1,2}")) {
            return Optional.empty();
        }
        int color = Integer.parseInt(last);
        return Optional.of(color == 7 || (color > 8 && color < 16) ? Theme.LIGHT : Theme.DARK);
    }
}
