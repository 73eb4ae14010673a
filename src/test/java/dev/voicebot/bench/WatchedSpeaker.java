package dev.voicebot.bench;

import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Playback;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A speaker with room for everything that notes when the first sound of a turn comes, and tells. */
final class WatchedSpeaker implements AudioOutput {
    private final AtomicLong first = new AtomicLong(); // nanoTime; 0 before
    private final AtomicLong samples = new AtomicLong();
    private volatile Runnable onFirst = () -> {};

    /** For the next turn. */
    void expect(Runnable whenFirstSounds) {
        first.set(0);
        samples.set(0);
        onFirst = whenFirstSounds;
    }

    long firstSound() {
        return first.get();
    }

    long samples() {
        return samples.get();
    }

    @Override
    public Playback start(int sampleRate) {
        return new Silent(sampleRate);
    }

    @Override
    public void close() {}

    private final class Silent implements Playback {
        private final int sampleRate;
        private volatile boolean stopped;

        Silent(int sampleRate) {
            this.sampleRate = sampleRate;
        }

        @Override
        public void play(PcmFrame frame) {
            if (stopped) {
                return;
            }
            samples.addAndGet(frame.samples().length);
            if (first.compareAndSet(0, System.nanoTime())) {
                onFirst.run();
            }
        }

        @Override
        public void finish() {}

        @Override
        public void stop() {
            stopped = true;
        }

        @Override
        public Duration heard() {
            return Duration.ofNanos(samples.get() * 1_000_000_000L / sampleRate);
        }
    }
}
