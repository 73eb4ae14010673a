package dev.voicebot.recognition;

import dev.voicebot.audio.FrameQueue;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.threads.Worker;
import java.time.Duration;
import java.util.Optional;

/** Reads a recording on a thread of its own, so that whoever waits for its sound can look at other things meanwhile. */
public final class SoundReader implements AutoCloseable {
    private static final int AHEAD = 50; // frames

    private final Recording recording;
    private final FrameQueue read = FrameQueue.of(AHEAD);

    /** Begins to read at once. */
    public SoundReader(Recording recording) {
        this.recording = recording;
        Worker.HEARING.start(this::readAll);
    }

    public int sampleRate() {
        return recording.sampleRate();
    }

    public boolean isAtEnd() {
        return read.isAtEnd();
    }

    /** Empty at the end, and when nothing comes within {@code patience}. Throws what the recording threw. */
    public Optional<PcmFrame> next(Duration patience) {
        return read.next(patience);
    }

    /** Ends the recording, too. */
    @Override
    public void close() {
        recording.stop();
        read.close();
    }

    private void readAll() {
        try {
            Optional<PcmFrame> frame;
            do {
                frame = recording.next();
            } while (frame.isPresent() && read.put(frame.get()));
            read.end();
        } catch (RuntimeException e) {
            read.fail(e);
        }
    }
}
