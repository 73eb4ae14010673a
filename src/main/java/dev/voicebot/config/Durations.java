package dev.voicebot.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them: {@code 50ms}, {@code 10s} or {@code 10}, {@code 1.5s}, {@code 2m}, {@code 1h}, {@code 30d}. */
public final class Durations {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*(ms|s|m|h|d|)");

    private static final Duration LONGEST = Duration.ofDays(36_500); // what is added to it stays a date and a number

    private Durations() {}

    /** Empty when {@code text} is not a time. */
    public static Optional<Duration> parse(String text) {
        Matcher time = TIME.matcher(text.strip());
        if (!time.matches()) {
            return Optional.empty();
        }
        long unit = switch (time.group(2)) {
            case "ms" -> 1;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            default -> 1000;
        };
        BigDecimal millis = new BigDecimal(time.group(1)).multiply(BigDecimal.valueOf(unit));
        return Optional.of(Duration.ofMillis(
                        millis.setScale(0, RoundingMode.HALF_UP).longValueExact()))
                .filter(it -> it.compareTo(LONGEST) <= 0);
    }
}
