package dev.voicebot.transcripts;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** Times as each format writes them, the same in every locale. */
final class Times {
    private Times() {}

    /** {@code 01:02:03.456}, or with another mark before the milliseconds. */
    static String clock(Duration time, char mark) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%c%03d",
                time.toHours(),
                time.toMinutesPart(),
                time.toSecondsPart(),
                mark,
                time.toMillisPart());
    }

    /** {@code 3.456}, exact. */
    static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3);
    }
}
