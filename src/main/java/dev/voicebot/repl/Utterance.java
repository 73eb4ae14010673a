package dev.voicebot.repl;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/** A part of what an open microphone hears, from shortly before its first word on. Any thread. */
final class Utterance implements AudioInput, Recording {
    private final int sampleRate;
    private final LinkedBlockingQueue<Optional<PcmFrame>> frames = new LinkedBlockingQueue<>();
    private volatile boolean over;

    Utterance(int sampleRate, Collection<PcmFrame> before) {
        this.sampleRate = sampleRate;
        before.forEach(this::add);
    }

    void add(PcmFrame frame) {
        if (!over) {
            frames.add(Optional.of(frame));
        }
    }

    /** Whether it takes no more sound. */
    boolean isOver() {
        return over;
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
        Optional<PcmFrame> frame = Threads.take(frames);
        if (frame.isEmpty()) {
            frames.add(frame); // whoever asks again gets the same answer
        }
        return frame;
    }

    @Override
    public void stop() {
        over = true;
        frames.add(Optional.empty());
    }

    @Override
    public void close() {
        over = true;
        frames.clear();
        frames.add(Optional.empty());
    }
}
