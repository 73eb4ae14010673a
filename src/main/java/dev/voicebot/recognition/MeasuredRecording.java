package dev.voicebot.recognition;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.audio.Samples;
import dev.voicebot.audio.WatchedRecording;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A recording that knows how much of it was read. */
final class MeasuredRecording extends WatchedRecording {
    private final AtomicLong samples = new AtomicLong();

    MeasuredRecording(Recording recording) {
        super(recording);
    }

    Duration length() {
        return Samples.length(samples.get(), sampleRate());
    }

    @Override
    protected void take(PcmFrame frame) {
        samples.addAndGet(frame.samples().length);
    }
}
