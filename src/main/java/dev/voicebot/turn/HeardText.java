package dev.voicebot.turn;

import java.time.Duration;
import java.util.Optional;

/** Which part of a text was heard by the time its speech was cut; an estimate, since engines don't say. */
final class HeardText {
    private static final double SECONDS_PER_IDEOGRAPH = 0.23;
    private static final double SECONDS_PER_LETTER = 0.07;

    private HeardText() {}

    /**
     * The beginning of {@code text} that takes {@code heard} to say, cut behind a whole word.
     *
     * @param whole how long all of the text sounds, when that is known: then the pace is exact on average
     */
    static String of(String text, Duration heard, Optional<Duration> whole) {
        double pace = whole.map(length -> seconds(length) / Math.max(estimate(text), 0.001))
                .orElse(1.0);
        double left = seconds(heard);
        int cut = 0;
        for (int i = 0; i < text.length() && left > 0; ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            left -= cost(codePoint) * pace;
            if (left >= 0 && endsWord(text, i)) {
                cut = i;
            }
        }
        return text.substring(0, cut);
    }

    private static double estimate(String text) {
        return text.codePoints().mapToDouble(HeardText::cost).sum();
    }

    private static double cost(int codePoint) {
        return Character.isIdeographic(codePoint) ? SECONDS_PER_IDEOGRAPH : SECONDS_PER_LETTER;
    }

    private static boolean endsWord(String text, int end) {
        return end == text.length()
                || !Character.isLetterOrDigit(text.codePointAt(end))
                || Character.isIdeographic(text.codePointBefore(end));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
