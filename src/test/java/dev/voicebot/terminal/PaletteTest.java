package dev.voicebot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.config.Theme;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaletteTest {
    private static final int FIRST_OF_THE_CUBE = 16;
    private static final int FIRST_GRAY = 232;

    /** 4.58 is the most that one color can have with both. */
    private static final double LEAST_CONTRAST = 4;

    @Test
    void onAnUnknownBackgroundAllColorsCanBeReadOnWhiteAndOnBlack() {
        Palette palette = Palette.of(Theme.AUTO);

        assertThat(IntStream.of(
                        palette.accent(),
                        palette.notice(),
                        palette.code(),
                        palette.keyword(),
                        palette.literal(),
                        palette.number(),
                        Palette.GRAY_ON_ANY))
                .allMatch(color -> 1.05 / (luminance(color) + 0.05) >= LEAST_CONTRAST)
                .allMatch(color -> (luminance(color) + 0.05) / 0.05 >= LEAST_CONTRAST);
    }

    /** As WCAG defines it, of one of xterm's colors. */
    private static double luminance(int color) {
        if (color >= FIRST_GRAY) {
            return light(8 + 10 * (color - FIRST_GRAY));
        }
        int place = color - FIRST_OF_THE_CUBE;
        return 0.2126 * light(step(place / 36)) + 0.7152 * light(step(place / 6 % 6)) + 0.0722 * light(step(place % 6));
    }

    private static int step(int sixth) {
        return sixth == 0 ? 0 : 55 + 40 * sixth;
    }

    private static double light(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
