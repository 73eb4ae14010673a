package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times as in the settings: {@code 500ms}, {@code 10s} or {@code 10}, {@code 2m}. */
final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        return Durations.parse(text)
                .orElseThrow(() -> new TypeConversionException(tr("'%s' is not a time such as 10s or 500ms", text)));
    }
}
