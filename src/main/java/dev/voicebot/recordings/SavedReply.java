package dev.voicebot.recordings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * A reply in the archive.
 *
 * @param name of the sound file in {@code directory}
 * @param said empty when nobody wrote it down, as is {@code question}
 */
public record SavedReply(Path directory, String name, Instant time, Duration length, String said, String question) {
    SavedReply(Path wav, Instant time, Duration length, String said, String question) {
        this(wav.resolveSibling(""), wav.getFileName().toString(), time, length, said, question);
    }

    /** The sound file. */
    public Path wav() {
        return directory.resolve(name); // made when it is asked for: long lists show none
    }

    /** Whether every word of {@code query} was said or asked, whatever its case. */
    public boolean holds(String query) {
        String words = (said + '\n' + question).toLowerCase(Locale.ROOT);
        return Arrays.stream(query.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .allMatch(words::contains);
    }
}
