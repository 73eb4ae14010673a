package dev.voicebot.turn;

import dev.voicebot.language.EastAsian;
import java.util.Arrays;

/** About how long text takes to say, at a natural pace, in seconds; grows with the text. One thread at a time. */
final class SpeakingTime {
    private static final double IDEOGRAPH = 0.23;
    private static final double LETTER = 0.065;
    private static final double DIGIT = 0.25;
    private static final double BETWEEN_WORDS = 0.01;
    private static final double SHORT_PAUSE = 0.15;
    private static final double LONG_PAUSE = 0.35;

    private double[] upTo = new double[256]; // upTo[i]: the first i characters
    private int characters;

    /** Of a text alone. */
    static double of(CharSequence text) {
        return text.chars().mapToDouble(c -> of((char) c)).sum();
    }

    void add(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (characters + 1 == upTo.length) {
                upTo = Arrays.copyOf(upTo, 2 * upTo.length);
            }
            upTo[characters + 1] = upTo[characters] + of(text.charAt(i));
            characters++;
        }
    }

    /** Of the first {@code count} characters. */
    double upTo(int count) {
        return upTo[Math.min(count, characters)];
    }

    /** How many characters are said within so many seconds. */
    int within(double seconds) {
        int low = 0;
        int high = characters;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (upTo[middle] <= seconds + 1e-9) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    int characters() {
        return characters;
    }

    private static double of(char c) {
        if (EastAsian.isHan(c)) {
            return IDEOGRAPH;
        }
        if (Character.isDigit(c)) {
            return DIGIT;
        }
        if (Character.isLetter(c)) {
            return LETTER;
        }
        if (".!?…。！？\n".indexOf(c) >= 0) {
            return LONG_PAUSE;
        }
        return ",;:—，、；：".indexOf(c) >= 0 ? SHORT_PAUSE : BETWEEN_WORDS;
    }
}
