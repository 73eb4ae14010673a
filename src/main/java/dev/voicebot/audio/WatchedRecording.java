package dev.voicebot.audio;

import java.util.Optional;

/** A recording that passes on another one's frames, looks at each, and may find that they are enough. */
public abstract class WatchedRecording implements Recording {
    private final Recording recording;

    protected WatchedRecording(Recording recording) {
        this.recording = recording;
    }

    /** On the thread that reads, before the frame is passed on. */
    protected abstract void take(PcmFrame frame);

    /** Whether nothing more is to be passed on; on the thread that reads. */
    protected boolean isEnough() {
        return false;
    }

    @Override
    public final int sampleRate() {
        return recording.sampleRate();
    }

    @Override
    public final Optional<PcmFrame> next() {
        if (isEnough()) {
            stop();
            return Optional.empty();
        }
        Optional<PcmFrame> frame = recording.next();
        frame.ifPresent(this::take);
        return frame;
    }

    @Override
    public final void stop() {
        recording.stop();
    }

    @Override
    public void close() {
        recording.close();
    }
}
