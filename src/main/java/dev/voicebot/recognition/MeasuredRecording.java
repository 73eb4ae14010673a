package dev.voicebot.recognition;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A recording that knows how much of it was read. */
final class MeasuredRecording implements Recording {
    private final Recording recording;
    private final AtomicLong samples = new AtomicLong();

    MeasuredRecording(Recording recording) {
        this.recording = recording;
    }

    Duration length() {
        return Duration.ofNanos(samples.get() * 1_000_000_000L / sampleRate());
    }

    @Override
    public int sampleRate() {
        return recording.sampleRate();
    }

    @Override
    public Optional<PcmFrame> next() {
        Optional<PcmFrame> frame = recording.next();
        frame.ifPresent(sound -> samples.addAndGet(sound.samples().length));
        return frame;
    }

    @Override
    public void stop() {
        recording.stop();
    }

    @Override
    public void close() {
        recording.close();
    }
}
