package dev.voicebot.localmodels;

import dev.voicebot.files.PrivateFiles;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long models need on this computer for a second of sound, as measured at their pull: a line each, beside them. */
public final class MeasuredSpeeds {
    private static final Logger LOG = LoggerFactory.getLogger(MeasuredSpeeds.class);

    /** A voice that needs more of real time would fall silent in the middle of a reply. */
    private static final double FAST_ENOUGH = 0.8;

    private final Path file;

    public MeasuredSpeeds(ModelStore store) {
        this.file = store.folder().resolve("speeds.txt");
    }

    /** {@code factor} is the share of real time. */
    public void keep(String name, double factor) {
        try {
            PrivateFiles.folder(file.resolveSibling("."));
            try (Writer lines = PrivateFiles.appender(file)) {
                lines.write(name + " " + words(factor) + "\n");
            }
        } catch (IOException e) {
            LOG.warn("the speed of {} was not kept", name, e);
        }
    }

    /** The latest; empty where it was not measured. */
    public Optional<Double> of(String name) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name + " "))
                    .reduce((before, latest) -> latest)
                    .map(line -> Double.valueOf(line.substring(name.length() + 1)));
        } catch (IOException | NumberFormatException e) {
            LOG.warn("the speed of {} cannot be read", name, e);
            return Optional.empty();
        }
    }

    /** Whether a voice can keep up; yes where that was not measured. */
    public boolean isFastEnough(String name) {
        return of(name).map(MeasuredSpeeds::isFastEnough).orElse(true);
    }

    public static boolean isFastEnough(double factor) {
        return factor <= FAST_ENOUGH;
    }

    /** As in {@code 0.42}. */
    public static String words(double factor) {
        return String.format(Locale.ROOT, "%.2f", factor);
    }
}
