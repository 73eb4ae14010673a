package dev.voicebot.doctor;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.audio.Samples;
import dev.voicebot.audio.WatchedRecording;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;

/** What the microphone hears, kept, and put on the clock: which sample was taken when. Ends when it is told how much is enough. */
final class LoopRecording extends WatchedRecording {
    private final LongSupplier nanoTime;
    private final CountDownLatch quiet = new CountDownLatch(1);
    private final long quietSamples;

    @GuardedBy("this")
    private short[] samples = new short[1 << 16];

    @GuardedBy("this")
    private int count;

    @GuardedBy("this")
    private long begin = Long.MAX_VALUE; // nanoTime of the first sample

    @GuardedBy("this")
    private long enough = Long.MAX_VALUE; // samples

    /** {@code before} is how much must have come before {@link #awaitQuiet} returns. */
    LoopRecording(Recording recording, Duration before, LongSupplier nanoTime) {
        super(recording);
        this.nanoTime = nanoTime;
        this.quietSamples = samplesOf(before);
    }

    /** Blocks until the stretch before the phrase was heard, or there is nothing more to come. */
    void awaitQuiet() throws InterruptedException {
        quiet.await();
    }

    /** Nobody listens any more; whoever waits need not. */
    void giveUp() {
        quiet.countDown();
    }

    /** So much more is enough. */
    synchronized void endAfter(Duration more) {
        enough = count + samplesOf(more);
    }

    synchronized PcmFrame heard() {
        return new PcmFrame(Arrays.copyOf(samples, count), sampleRate());
    }

    /** When a sample was taken, by the clock. A frame comes late, never early: the earliest tells the truth. */
    synchronized long nanosOf(double seconds) {
        return begin + Math.round(seconds * 1e9);
    }

    @Override
    protected synchronized boolean isEnough() {
        return count >= enough;
    }

    @Override
    protected void take(PcmFrame frame) {
        long now = nanoTime.getAsLong();
        synchronized (this) {
            short[] more = frame.samples();
            if (count + more.length > samples.length) {
                samples = Arrays.copyOf(samples, 2 * (count + more.length));
            }
            System.arraycopy(more, 0, samples, count, more.length);
            count += more.length;
            begin = Math.min(begin, now - Samples.length(count, sampleRate()).toNanos());
            if (count >= quietSamples) {
                quiet.countDown();
            }
        }
    }

    private long samplesOf(Duration length) {
        return Samples.in(length, sampleRate());
    }
}
