package dev.voicebot.recordings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** A reply in the archive; {@code said} and {@code question} are empty when nobody wrote them down. */
public record SavedReply(Path wav, Instant time, Duration length, String said, String question) {
    /** Whether every word of {@code query} was said or asked, whatever its case. */
    public boolean holds(String query) {
        String words = (said + '\n' + question).toLowerCase(Locale.ROOT);
        return Arrays.stream(query.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .allMatch(words::contains);
    }
}
