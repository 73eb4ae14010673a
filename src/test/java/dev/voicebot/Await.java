package dev.voicebot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what another thread or program does: the only place where tests ask again and again. */
public final class Await {
    /** As long as a loaded machine may need to start a program. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    private Await() {}

    /** Until {@code condition} holds; fails in the end and when the test's own time is over. */
    public static void until(String what, Callable<Boolean> condition) {
        value(() -> what, () -> condition.call() ? Optional.of(true) : Optional.empty());
    }

    /** The same for what {@code source} shows first; {@code what} is only made for the failure. */
    public static <T> T value(Supplier<String> what, Callable<Optional<T>> source) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long pause = FIRST_PAUSE.toNanos();
        Optional<T> seen = look(source);
        while (seen.isEmpty()) {
            boolean isOver = Thread.currentThread().isInterrupted() || System.nanoTime() > end;
            assertThat(isOver).as(() -> what.get() + " never came").isFalse();
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
            seen = look(source);
        }
        return seen.get();
    }

    private static <T> Optional<T> look(Callable<Optional<T>> source) {
        try {
            return source.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
