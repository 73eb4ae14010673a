package dev.voicebot.recordings;

import dev.voicebot.audio.WavWriter;
import dev.voicebot.outcome.AssistantException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mends what a killed program left: a header that is behind its sound, half a sample, a file without any sound. */
final class CrashRepair {
    private static final Logger LOG = LoggerFactory.getLogger(CrashRepair.class);

    /** A file that was written to later may still be in use. */
    static final Duration UNTOUCHED = Duration.ofMinutes(1);

    private final Clock clock;

    CrashRepair(Clock clock) {
        this.clock = clock;
    }

    /** Whether nobody writes to it any more. */
    boolean isAtRest(Path file) {
        try {
            FileTime touched = Files.getLastModifiedTime(file);
            return Duration.between(touched.toInstant(), clock.instant()).compareTo(UNTOUCHED) > 0;
        } catch (IOException e) {
            LOG.debug("{} is left alone", file, e);
            return false;
        }
    }

    /** Whether there was something to mend; a file at rest only. */
    boolean mend(Path wav) {
        try {
            return WavWriter.mend(wav);
        } catch (AssistantException e) {
            LOG.debug("{} cannot be mended", wav, e);
            return false;
        }
    }

    /** Removes those of {@code names} that were to replace others when the program died. */
    void removeLeftovers(Path directory, String... names) {
        for (String name : names) {
            if (name.startsWith(".") && name.endsWith(".part") && isAtRest(directory.resolve(name))) {
                try {
                    Files.deleteIfExists(directory.resolve(name));
                } catch (IOException e) {
                    LOG.debug("{} stays in {}", name, directory, e);
                }
            }
        }
    }
}
