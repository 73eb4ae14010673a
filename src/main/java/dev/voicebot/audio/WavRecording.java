package dev.voicebot.audio;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.threads.Worker;
import java.util.Optional;

/**
 * A WAV being read by a thread of its own, a second ahead at most: a pipe that gives nothing cannot be interrupted, so
 * nobody who must be able to stop may wait for it.
 */
final class WavRecording implements Recording {
    private static final int FRAMES_PER_SECOND = 10;
    private static final int FRAMES_AHEAD = 10;

    private final WavReader reader; // used and closed by the wav-reader thread, once started
    private final int sampleRate;
    private final FrameQueue frames = FrameQueue.of(FRAMES_AHEAD);

    WavRecording(WavReader reader) {
        this.reader = reader;
        this.sampleRate = reader.sampleRate();
    }

    void start() {
        Worker.WAV_READER.start(this::readAll);
    }

    @Override
    public int sampleRate() {
        return sampleRate;
    }

    @Override
    public Optional<PcmFrame> next() {
        return frames.next();
    }

    @Override
    public void stop() {
        frames.end();
    }

    @Override
    public void close() {
        frames.close();
    }

    private void readAll() {
        try (reader) {
            int frameLength = Math.max(1, sampleRate / FRAMES_PER_SECOND);
            Optional<PcmFrame> frame;
            do {
                frame = reader.next(frameLength);
            } while (frame.isPresent() && frames.put(frame.get()));
        } catch (AssistantException e) {
            frames.fail(e);
        } finally {
            frames.end();
        }
    }
}
