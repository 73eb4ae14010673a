package dev.voicebot.audio;

import dev.voicebot.outcome.AssistantException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A WAV being read by a thread of its own, a second ahead at most: a pipe that gives nothing cannot be interrupted, so
 * nobody who must be able to stop may wait for it.
 */
final class WavRecording implements Recording {
    private static final int FRAMES_PER_SECOND = 10;
    private static final int FRAMES_AHEAD = 10;

    private final WavReader reader; // used and closed by the wav-reader thread, once started
    private final int sampleRate;
    private final Object lock = new Object();
    private final Deque<PcmFrame> frames = new ArrayDeque<>(); // guarded by lock, as the next two
    private boolean ended;
    private @Nullable AssistantException failure;

    WavRecording(WavReader reader) {
        this.reader = reader;
        this.sampleRate = reader.sampleRate();
    }

    void start() {
        Thread thread = new Thread(this::readAll, "wav-reader");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public int sampleRate() {
        return sampleRate;
    }

    @Override
    public Optional<PcmFrame> next() {
        synchronized (lock) {
            try {
                while (frames.isEmpty() && !ended) {
                    lock.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw AssistantException.interrupted();
            }
            if (frames.isEmpty() && failure != null) {
                throw failure;
            }
            Optional<PcmFrame> frame = Optional.ofNullable(frames.poll());
            lock.notifyAll();
            return frame;
        }
    }

    @Override
    public void stop() {
        end(null);
    }

    @Override
    public void close() {
        synchronized (lock) {
            frames.clear();
            failure = null;
            end(null);
        }
    }

    private void readAll() {
        try (reader) {
            int frameLength = Math.max(1, sampleRate / FRAMES_PER_SECOND);
            Optional<PcmFrame> frame;
            do {
                frame = reader.next(frameLength);
            } while (frame.isPresent() && offer(frame.get()));
        } catch (AssistantException e) {
            end(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(null);
        }
    }

    /** Waits for room; false when nobody wants more. */
    private boolean offer(PcmFrame frame) throws InterruptedException {
        synchronized (lock) {
            while (frames.size() >= FRAMES_AHEAD && !ended) {
                lock.wait();
            }
            if (ended) {
                return false;
            }
            frames.add(frame);
            lock.notifyAll();
            return true;
        }
    }

    private void end(@Nullable AssistantException cause) {
        synchronized (lock) {
            if (!ended) {
                ended = true;
                failure = cause;
            }
            lock.notifyAll();
        }
    }
}
