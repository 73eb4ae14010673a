package dev.voicebot.service;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.Interrupts;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Whether and when what failed is tried again, for every service: only after a {@link PassingFault}, a bounded number of
 * times, after pauses that double. Any thread.
 */
public final class Retries {
    /** Everything is tried once. */
    public static final Retries NONE = new Retries(0, line -> {});

    /** One more try of everything that may pass, at once and without a word. */
    public static final Retries AT_ONCE = new Retries(1, line -> {}, () -> 0, (time, cancellation) -> {});

    // the pauses of OpenAI's SDKs: INITIAL_RETRY_DELAY, MAX_RETRY_DELAY, and the longest Retry-After that they follow
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(8);

    /** A service that wants a longer pause gets none: the user had rather know. */
    private static final Duration MOST_PATIENT = Duration.ofSeconds(60);

    private final int most;
    private final Consumer<String> notices;
    private final DoubleSupplier chance;
    private final Pause pause;

    /**
     * Retries as often as {@code most}.
     *
     * @param notices receives a line for the user before each further try
     */
    public Retries(int most, Consumer<String> notices) {
        this(most, notices, () -> ThreadLocalRandom.current().nextDouble(), Retries::sleep);
    }

    /** {@code chance} gives numbers from 0 to 1, by which the pauses of many clients differ. */
    public Retries(int most, Consumer<String> notices, DoubleSupplier chance, Pause pause) {
        this.most = most;
        this.notices = notices;
        this.chance = chance;
        this.pause = pause;
    }

    /** Waits. */
    @FunctionalInterface
    public interface Pause {
        /** Blocks for {@code time}; throws INTERRUPTED as soon as there is a cancel. */
        void await(Duration time, Cancellation cancellation);
    }

    /** Begins to count, for one piece of work. */
    public Tries begin() {
        return new Tries();
    }

    private static void sleep(Duration time, Cancellation cancellation) {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (Cancellation.Registration tie = cancellation.onCancel(cancelled::countDown)) {
            boolean unused = cancelled.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
        cancellation.throwIfCancelled();
    }

    /** The tries of one piece of work; one thread. */
    public final class Tries {
        private int failed;

        private Tries() {}

        /** The work got further: what fails now fails for the first time. */
        public void progress() {
            failed = 0;
        }

        /**
         * Blocks until it is time to try again.
         *
         * @throws AssistantException {@code fault}, when there is to be no further try; INTERRUPTED at a cancel
         */
        public void awaitNext(AssistantException fault, Cancellation cancellation) {
            await(pauseAfter(fault), cancellation);
        }

        /** Blocks for a pause; throws INTERRUPTED as soon as there is a cancel. */
        public void await(Duration time, Cancellation cancellation) {
            pause.await(time, cancellation);
        }

        /** How long to wait before the next try; as {@link #awaitNext}, but returns at once. */
        public Duration pauseAfter(AssistantException fault) {
            if (!(fault instanceof PassingFault passing) || failed >= most) {
                throw fault;
            }
            Duration wanted = passing.after().orElse(Duration.ZERO);
            if (wanted.compareTo(MOST_PATIENT) > 0) {
                throw fault;
            }
            Duration usual = backoff();
            Duration wait = wanted.compareTo(usual) > 0 ? wanted : usual;
            failed++;
            notices.accept(tr("%s Trying again in %s (%d of %d).", passing.problem(), seconds(wait), failed, most));
            return wait;
        }

        /** Doubles from try to try; up to a half is left to chance. */
        private Duration backoff() {
            long doubled = FIRST.toMillis() << Math.min(failed, 20);
            double share = 0.5 + chance.getAsDouble() / 2;
            return Duration.ofMillis(Math.round(Math.min(doubled, LONGEST.toMillis()) * share));
        }
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
