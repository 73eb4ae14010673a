package dev.voicebot.doctor;

import static dev.voicebot.audio.SpokenClips.joined;
import static dev.voicebot.audio.SpokenClips.silence;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Playback;
import dev.voicebot.audio.Recording;
import dev.voicebot.audio.Resampler;
import dev.voicebot.audio.SpokenClips;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/**
 * A room with a user who does what {@code doctor --turns} says, a microphone, and a speaker that it hears. It runs faster
 * than a real one: the sound is the clock.
 */
public final class GuidedUser {
    private static final int FRAME = SpokenClips.RATE / 50;

    private final Answer answer;
    private final double echo;
    private final Random hiss = new Random(5);
    // guarded by this
    private short[] said = new short[0];
    private int saidAt;
    private short[] played = new short[0];
    private int playedAt;
    private boolean starting; // a playback: no time passes
    private boolean closed;

    /** What the user does. */
    interface Answer {
        /** The sound that follows a line of the guide; nothing for most. */
        Optional<short[]> to(String line);
    }

    /** {@code echo} is how loud the speaker is heard. */
    GuidedUser(Answer answer, double echo) {
        this.answer = answer;
        this.echo = echo;
    }

    synchronized void read(String line) {
        answer.to(line).ifPresent(sound -> {
            said = joined(silence(0.5), sound);
            saidAt = 0;
        });
    }

    AudioInput microphone() {
        return Microphone::new;
    }

    AudioOutput speaker() {
        return new Speaker();
    }

    private synchronized Optional<PcmFrame> next() {
        while (starting && !closed) {
            await();
        }
        if (closed) {
            return Optional.empty();
        }
        short[] samples = new short[FRAME];
        for (int i = 0; i < FRAME; i++) {
            double sum = hiss.nextGaussian() * 8;
            sum += saidAt < said.length ? said[saidAt++] : 0;
            sum += playedAt < played.length ? played[playedAt++] * echo : 0;
            samples[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum)));
        }
        notifyAll();
        return Optional.of(new PcmFrame(samples, SpokenClips.RATE));
    }

    private synchronized void play(PcmFrame frame) {
        Resampler resampler = new Resampler(frame.sampleRate(), SpokenClips.RATE);
        played = joined(
                Arrays.copyOfRange(played, playedAt, played.length),
                resampler.resample(frame.samples()),
                resampler.finish());
        playedAt = 0;
        begun();
    }

    private void begun() {
        starting = false;
        notifyAll();
    }

    private synchronized void finishPlaying() {
        while (!closed && playedAt < played.length) {
            await();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // whoever calls it looks again
    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private synchronized void starting() {
        starting = true;
    }

    private synchronized void close() {
        closed = true;
        notifyAll();
    }

    private synchronized void silencePlayback() {
        played = new short[0];
        playedAt = 0;
        begun();
    }

    private synchronized Duration playedFor() {
        return Duration.ofMillis(playedAt * 1000L / SpokenClips.RATE);
    }

    private final class Microphone implements Recording {
        @Override
        public int sampleRate() {
            return SpokenClips.RATE;
        }

        @Override
        public Optional<PcmFrame> next() {
            return GuidedUser.this.next();
        }

        @Override
        public void stop() {
            GuidedUser.this.close();
        }

        @Override
        public void close() {
            GuidedUser.this.close();
        }
    }

    private final class Speaker implements AudioOutput {
        @Override
        public Playback start(int sampleRate) {
            starting();
            return new Playback() {
                @Override
                public void play(PcmFrame frame) {
                    GuidedUser.this.play(frame);
                }

                @Override
                public void finish() {
                    finishPlaying();
                }

                @Override
                public void stop() {
                    silencePlayback();
                }

                @Override
                public Duration heard() {
                    return playedFor();
                }
            };
        }

        @Override
        public void close() {}
    }
}
