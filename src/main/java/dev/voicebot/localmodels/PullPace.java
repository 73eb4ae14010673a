package dev.voicebot.localmodels;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a pull of several models is, and how fast it goes. One thread. */
public final class PullPace {
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final long total;
    private final Clock clock;
    private @Nullable CatalogModel current;
    private long finished; // bytes of the models before it
    private long before; // bytes that an earlier run left, and that cost no time now
    private Instant begin = Instant.EPOCH;
    private Instant shown = Instant.EPOCH;

    /** {@code total} is the size of all models in bytes. */
    public PullPace(long total, Clock clock) {
        this.total = total;
        this.clock = clock;
    }

    /**
     * Where the pull is.
     *
     * @param done bytes of all models
     * @param speed bytes per second; 0 while it is not known
     */
    public record Moment(long done, long total, long speed) {
        /** 0 to 1. */
        public double part() {
            return (double) done / Math.max(1, total);
        }

        public int percent() {
            return (int) Math.min(100, 100 * done / Math.max(1, total));
        }

        /** Zero while the speed is not known. */
        public Duration left() {
            return speed == 0 ? Duration.ZERO : Duration.ofSeconds(Math.max(0, total - done) / speed);
        }
    }

    /** {@code bytes} of {@code model} are there now. */
    public Moment at(CatalogModel model, long bytes) {
        Instant now = clock.instant();
        if (begin.equals(Instant.EPOCH)) {
            begin = now;
        }
        if (!model.equals(current)) {
            finished += current == null ? 0 : current.size();
            current = model;
            before += bytes;
        }
        long done = finished + bytes;
        long millis = Math.max(1, Duration.between(begin, now).toMillis());
        return new Moment(done, total, Math.max(0, done - before) * 1000 / millis);
    }

    /** Whether it is time to show the progress again: some times a second. */
    public boolean isDue() {
        Instant now = clock.instant();
        if (Duration.between(shown, now).compareTo(BETWEEN) < 0) {
            return false;
        }
        shown = now;
        return true;
    }
}
