package dev.voicebot.talk;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.FrameQueue;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import java.util.Collection;
import java.util.Optional;

/** A part of what an open microphone hears, from shortly before its first word on. Any thread. */
final class LiveSpeech implements AudioInput, Recording {
    private final int sampleRate;
    private final FrameQueue frames = FrameQueue.endless();

    LiveSpeech(int sampleRate, Collection<PcmFrame> before) {
        this.sampleRate = sampleRate;
        before.forEach(this::add);
    }

    void add(PcmFrame frame) {
        frames.put(frame);
    }

    /** Whether it takes no more sound. */
    boolean isOver() {
        return !frames.isOpen();
    }

    /** It runs already. */
    @Override
    public Recording start() {
        return this;
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
}
