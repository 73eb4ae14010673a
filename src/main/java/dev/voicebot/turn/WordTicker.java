package dev.voicebot.turn;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.threads.Worker;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;

/** Looks twenty times a second how far the speech has come, on a thread of its own, and tells what is new. */
final class WordTicker {
    private static final int MILLIS = 50;

    private final IntSupplier position;
    private final IntConsumer told;
    private final ScheduledExecutorService thread = Worker.SPOKEN.scheduled();

    @GuardedBy("this")
    private int last;

    WordTicker(IntSupplier position, IntConsumer told) {
        this.position = position;
        this.told = told;
    }

    void start() {
        var unused = thread.scheduleWithFixedDelay(this::look, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Looks now. */
    synchronized void look() {
        int now = position.getAsInt();
        if (now != last) {
            last = now;
            told.accept(now);
        }
    }

    /** Looks a last time. */
    void end() {
        thread.shutdownNow();
        look();
    }
}
