package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.Durations;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How long ago, always with its unit, such as {@code 30d}: seconds are never meant, and would remove too much. */
final class AgeConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        return age(text)
                .orElseThrow(() -> new TypeConversionException(tr("'%s' is not an age such as 30d or 12h", text)));
    }

    static Optional<Duration> age(String text) {
        return Durations.parse(text).filter(age -> Character.isLetter(text.charAt(text.length() - 1)));
    }
}
