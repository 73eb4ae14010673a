package dev.voicebot.turn;

import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Playback;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.time.Duration;
import java.util.Arrays;

/** A speaker that keeps what it played, as fast as the test lets the time go by; it can be missing, or die. */
public final class MemoryOutput implements AudioOutput {
    private final Object lock = new Object();
    // guarded by lock
    private short[] heard = new short[0];
    private long allowed = Long.MAX_VALUE;
    private long diesAt = Long.MAX_VALUE;
    private boolean missing;
    private int playbacks;
    private int waiting;

    MemoryOutput missing() {
        synchronized (lock) {
            missing = true;
        }
        return this;
    }

    /** It is there, and lives. */
    void isBack() {
        synchronized (lock) {
            missing = false;
            diesAt = Long.MAX_VALUE;
        }
    }

    /** From now on time stands still but for what {@link #letPass} gives. */
    public MemoryOutput standStill() {
        synchronized (lock) {
            allowed = heard.length;
        }
        return this;
    }

    MemoryOutput dyingAfter(long samples) {
        diesAt = samples;
        return this;
    }

    /** So many samples more can be heard; returns when they were, and the speaker wants to go on. */
    public void letPass(long samples) {
        synchronized (lock) {
            allowed = heard.length + samples;
            lock.notifyAll();
            while (waiting == 0 || heard.length < allowed) {
                await();
            }
        }
    }

    /** Time goes by by itself again. */
    public void letAllPass() {
        synchronized (lock) {
            allowed = Long.MAX_VALUE;
            lock.notifyAll();
        }
    }

    /** Everything that was heard. */
    public short[] heard() {
        synchronized (lock) {
            return heard.clone();
        }
    }

    public int playbacks() {
        synchronized (lock) {
            return playbacks;
        }
    }

    @Override
    public Playback start(int sampleRate) {
        synchronized (lock) {
            if (missing) {
                throw new AssistantException(FaultKind.AUDIO_DEVICE, "there is no speaker");
            }
            playbacks++;
        }
        return new MemoryPlayback(sampleRate);
    }

    @Override
    public void close() {}

    @SuppressWarnings("WaitNotInLoop") // whoever calls it looks again
    private void await() {
        try {
            lock.wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private final class MemoryPlayback implements Playback {
        private final int sampleRate;
        private long played; // guarded by lock
        private boolean stopped; // guarded by lock

        MemoryPlayback(int sampleRate) {
            this.sampleRate = sampleRate;
        }

        @Override
        public void play(PcmFrame frame) {
            synchronized (lock) {
                int done = 0;
                while (!stopped && done < frame.samples().length) {
                    done += hear(Arrays.copyOfRange(frame.samples(), done, frame.samples().length));
                }
            }
        }

        private int hear(short[] samples) {
            if (heard.length >= diesAt) {
                throw new AssistantException(FaultKind.AUDIO_DEVICE, "the speaker is gone");
            }
            int count = (int) Math.min(samples.length, Math.min(diesAt, allowed) - heard.length);
            int before = heard.length;
            heard = Arrays.copyOf(heard, before + count);
            System.arraycopy(samples, 0, heard, before, count);
            played += count;
            if (count < samples.length && heard.length < diesAt) {
                waiting++;
                lock.notifyAll();
                await();
                waiting--;
            }
            return count;
        }

        @Override
        public void finish() {}

        @Override
        public void stop() {
            synchronized (lock) {
                stopped = true;
                lock.notifyAll();
            }
        }

        @Override
        public Duration heard() {
            synchronized (lock) {
                return Duration.ofNanos(played * 1_000_000_000L / sampleRate);
            }
        }
    }
}
