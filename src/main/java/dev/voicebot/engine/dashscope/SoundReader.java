package dev.voicebot.engine.dashscope;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.outcome.AssistantException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads a recording on a thread of its own, so that whoever waits for its sound can look at other things meanwhile. */
final class SoundReader implements AutoCloseable {
    private static final int AHEAD = 50; // frames

    private final Recording recording;
    private final BlockingQueue<Reading> read = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread = new Thread(this::readAll, "hearing");
    private @Nullable Reading end; // the last one, once it was given

    SoundReader(Recording recording) {
        this.recording = recording;
        thread.setDaemon(true);
        thread.start();
    }

    int sampleRate() {
        return recording.sampleRate();
    }

    boolean isAtEnd() {
        return end != null;
    }

    /** Empty at the end, and when nothing comes within {@code patience}. Throws what the recording threw. */
    Optional<PcmFrame> next(Duration patience) {
        Reading next = end != null ? end : take(patience);
        if (next == null) {
            return Optional.empty();
        }
        if (next.frame().isEmpty()) {
            end = next;
        }
        if (next.fault() != null) {
            throw next.fault();
        }
        return next.frame();
    }

    /** Ends the recording, too. */
    @Override
    public void close() {
        recording.stop();
        thread.interrupt();
    }

    private @Nullable Reading take(Duration patience) {
        try {
            return read.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AssistantException.interrupted();
        }
    }

    private void readAll() {
        try {
            Optional<PcmFrame> frame;
            do {
                frame = recording.next();
                read.put(new Reading(frame, null));
            } while (frame.isPresent());
        } catch (RuntimeException e) {
            read.offer(new Reading(Optional.empty(), e)); // full only when nobody reads any more
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private record Reading(
            Optional<PcmFrame> frame, @Nullable RuntimeException fault) {}
}
