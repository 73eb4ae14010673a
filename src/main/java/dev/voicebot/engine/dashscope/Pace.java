package dev.voicebot.engine.dashscope;

import java.time.Duration;

/**
 * Keeps a file's sound from piling up: OkHttp gives a socket up when 16 MB wait for it, and does not tell how much
 * does. A microphone is never that fast.
 *
 * @see <a href="https://square.github.io/okhttp/5.x/okhttp/okhttp3/-web-socket/queue-size.html">OkHttp's queue</a>
 */
final class Pace {
    static final Duration PAUSE = Duration.ofMillis(20);

    /** 8 MB at 16 kHz. */
    private static final Duration HEAD_START = Duration.ofMinutes(4);

    /** For silence, of which the service says nothing; a quarter of a megabyte a second at 16 kHz. */
    static final int TIMES_REAL_TIME = 8;

    private final int timesRealTime;
    private final long begin = System.nanoTime();

    Pace(int timesRealTime) {
        this.timesRealTime = timesRealTime;
    }

    /** Whether {@code sent} should wait, when the service has said that it heard {@code heard}. */
    boolean isTooFast(Duration sent, Duration heard) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
        Duration steady = elapsed.multipliedBy(timesRealTime);
        Duration taken = heard.compareTo(steady) > 0 ? heard : steady;
        return sent.minus(taken).compareTo(HEAD_START) > 0;
    }
}
