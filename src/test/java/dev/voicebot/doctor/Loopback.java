package dev.voicebot.doctor;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Playback;
import dev.voicebot.audio.Recording;
import dev.voicebot.audio.Resampler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A microphone in front of a speaker. Time is what the microphone has heard: it hears the noise before, waits for the
 * speaker to have played, hears that a while later, and then two seconds of noise, unless it is stopped before.
 */
public final class Loopback {
    private static final int RATE = 16_000;
    private static final int FRAME = RATE / 50;

    private final Duration delay;
    private final double gain;
    private final int noise;
    // guarded by this
    private final Deque<Short> coming = new ArrayDeque<>();
    private long heard; // samples
    private boolean played;
    private boolean ended;
    private int after; // samples

    /** {@code noise} is its largest sample; the gain makes the speaker's sound louder or softer. */
    public Loopback(Duration delay, double gain, int noise) {
        this.delay = delay;
        this.gain = gain;
        this.noise = noise;
    }

    public AudioInput microphone() {
        return Microphone::new;
    }

    public AudioOutput speaker() {
        return new Speaker();
    }

    /** The clock. */
    public synchronized long nanoTime() {
        return heard * 1_000_000_000L / RATE;
    }

    private synchronized void hear(PcmFrame frame) {
        for (int i = 0; i < delay.toMillis() * RATE / 1000; i++) {
            coming.add((short) 0);
        }
        Resampler resampler = new Resampler(frame.sampleRate(), RATE);
        for (short[] samples : new short[][] {resampler.resample(frame.samples()), resampler.finish()}) {
            for (short sample : samples) {
                long louder = Math.round(sample * gain);
                coming.add((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, louder)));
            }
        }
    }

    /** Blocks, as a speaker does, until all of it was heard. */
    private synchronized void finish() {
        played = true;
        notifyAll();
        while (!ended && !coming.isEmpty()) {
            await();
        }
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    private synchronized Optional<PcmFrame> next() {
        while (!ended && !played && heard >= SoundLoop.BEFORE.toMillis() * RATE / 1000) {
            await();
        }
        if (ended) {
            return Optional.empty();
        }
        after += played && coming.isEmpty() ? FRAME : 0;
        if (after > 2 * RATE) {
            return Optional.empty();
        }
        short[] samples = new short[FRAME];
        for (int i = 0; i < FRAME; i++) {
            int hiss = noise == 0 ? 0 : (int) ((heard + i) * 7919 % (2L * noise + 1)) - noise;
            int sum = hiss + (played && !coming.isEmpty() ? coming.remove() : 0);
            samples[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sum));
        }
        heard += FRAME;
        notifyAll();
        return Optional.of(new PcmFrame(samples, RATE));
    }

    @SuppressWarnings("WaitNotInLoop") // whoever calls it looks again
    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private final class Microphone implements Recording {
        @Override
        public int sampleRate() {
            return RATE;
        }

        @Override
        public Optional<PcmFrame> next() {
            return Loopback.this.next();
        }

        @Override
        public void stop() {
            end();
        }

        @Override
        public void close() {
            end();
        }
    }

    private final class Speaker implements AudioOutput {
        @Override
        public Playback start(int sampleRate) {
            return new Playback() {
                @Override
                public void play(PcmFrame frame) {
                    hear(frame);
                }

                @Override
                public void finish() {
                    Loopback.this.finish();
                }

                @Override
                public void stop() {
                    end();
                }

                @Override
                public Duration heard() {
                    return Duration.ZERO;
                }
            };
        }

        @Override
        public void close() {}
    }
}
