package dev.voicebot.recordings;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;

/** The words of a reply as they grow, kept in a sidecar that is never older than {@link #AT_MOST_BEHIND}. One thread. */
final class SpokenWords {
    private static final Duration AT_MOST_BEHIND = Duration.ofMillis(250);

    private final Path file;
    private ReplyDetails details;
    private final Clock clock;
    private final ZonedDateTime begin;
    private final StringBuilder said = new StringBuilder();
    private Instant savedAt;
    private boolean unsaved = true;
    private boolean complete;

    SpokenWords(Path file, ReplyDetails details, Clock clock) {
        this.file = file;
        this.details = details;
        this.clock = clock;
        begin = ZonedDateTime.now(clock);
        savedAt = begin.toInstant();
    }

    void add(String piece) {
        said.append(piece);
        unsaved = true;
        saveWhenDue();
    }

    void by(String engine, String voice) {
        details = new ReplyDetails(details.question(), voice, engine);
        unsaved = true;
    }

    /** The sound says all of them. */
    void complete() {
        complete = true;
        unsaved = true;
    }

    void saveWhenDue() {
        Duration behind = Duration.between(savedAt, clock.instant()).abs(); // a clock may be set back
        if (behind.compareTo(AT_MOST_BEHIND) >= 0) {
            save();
        }
    }

    void save() {
        if (!unsaved) {
            return;
        }
        try {
            new Sidecar(details, begin, said.toString(), complete).write(file);
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot write %s", file), e);
        }
        savedAt = clock.instant();
        unsaved = false;
    }

    void discard() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot remove %s", file), e);
        }
    }
}
