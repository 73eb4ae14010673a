package dev.voicebot.audio;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.outcome.Interrupts;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Frames on their way from the thread that has them to the one that wants them. It ends once: what was put before is
 * still given, what comes later is dropped. Any thread may put and end; one takes.
 */
public final class FrameQueue {
    private final int most;

    @GuardedBy("this")
    private final Deque<PcmFrame> frames = new ArrayDeque<>();

    @GuardedBy("this")
    private boolean over;

    @GuardedBy("this")
    private boolean atEnd;

    @GuardedBy("this")
    private @Nullable RuntimeException fault;

    private FrameQueue(int most) {
        this.most = most;
    }

    /** One that never holds up who puts. */
    public static FrameQueue endless() {
        return new FrameQueue(Integer.MAX_VALUE);
    }

    /** One that holds {@code most} frames. */
    public static FrameQueue of(int most) {
        return new FrameQueue(most);
    }

    /** Adds a frame; blocks while the queue is full. False once it is over: the frame is dropped. */
    public synchronized boolean put(PcmFrame frame) {
        try {
            while (frames.size() >= most && !over) {
                wait();
            }
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
        if (!over) {
            frames.add(frame);
            notifyAll();
        }
        return !over;
    }

    /** No more comes. */
    public void end() {
        over(null);
    }

    /** No more comes: after what is there, {@link #next} throws {@code cause}. */
    public void fail(RuntimeException cause) {
        over(cause);
    }

    /** No more comes, and what nobody took is dropped. */
    public synchronized void close() {
        frames.clear();
        over = true;
        fault = null;
        notifyAll();
    }

    /** Whether frames are still taken. */
    public synchronized boolean isOpen() {
        return !over;
    }

    /** Whether {@link #next} has said that no more comes. */
    public synchronized boolean isAtEnd() {
        return atEnd;
    }

    /** The next frame; blocks until there is one. Empty at the end, as often as it is asked. */
    public synchronized Optional<PcmFrame> next() {
        try {
            while (frames.isEmpty() && !over) {
                wait();
            }
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
        return take();
    }

    /** The same; empty as well when nothing comes in time, which {@link #isAtEnd} tells apart. */
    public synchronized Optional<PcmFrame> next(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toNanos(); frames.isEmpty() && !over && left > 0; ) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = end - System.nanoTime();
            }
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
        return take();
    }

    @GuardedBy("this")
    private Optional<PcmFrame> take() {
        Optional<PcmFrame> frame = Optional.ofNullable(frames.poll());
        atEnd = frame.isEmpty() && over;
        if (atEnd && fault != null) {
            throw fault;
        }
        notifyAll();
        return frame;
    }

    private synchronized void over(@Nullable RuntimeException cause) {
        if (!over) {
            over = true;
            fault = cause;
        }
        notifyAll();
    }
}
