package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A moment as people write it: {@code 2026-11-25}, {@code 2026-11-25T10:30}, {@code today}, {@code yesterday}, or how
 * long ago it is: {@code 2h}, {@code 30d}. Given the present, it says which one is meant.
 */
final class MomentConverter implements ITypeConverter<Function<ZonedDateTime, Instant>> {
    @Override
    public Function<ZonedDateTime, Instant> convert(String text) {
        return switch (text) {
            case "today" -> now -> startOf(now.toLocalDate(), now);
            case "yesterday" -> now -> startOf(now.toLocalDate().minusDays(1), now);
            default ->
                ago(text)
                        .or(() -> date(text))
                        .or(() -> dateTime(text))
                        .orElseThrow(() -> new TypeConversionException(tr(
                                "'%s' is not a moment such as 2026-11-25, 2026-11-25T10:30, today, 2h or 30d", text)));
        };
    }

    private static Optional<Function<ZonedDateTime, Instant>> ago(String text) {
        return AgeConverter.age(text).map(age -> now -> now.toInstant().minus(age));
    }

    private static Optional<Function<ZonedDateTime, Instant>> date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return Optional.of(now -> startOf(date, now));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Function<ZonedDateTime, Instant>> dateTime(String text) {
        try {
            LocalDateTime time = LocalDateTime.parse(text.replace(' ', 'T'));
            return Optional.of(now -> time.atZone(now.getZone()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant startOf(LocalDate day, ZonedDateTime now) {
        return day.atStartOfDay(now.getZone()).toInstant();
    }
}
