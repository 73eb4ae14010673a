package dev.voicebot.audio;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How loud is what speakers play, at the time when a microphone beside them can hear it. Any thread. */
public final class PlaybackMeter {
    private volatile @Nullable MeteredPlayback last; // the one that plays, or played last

    /** The same output, heard by this meter. */
    public AudioOutput on(AudioOutput output) {
        return new AudioOutput() {
            @Override
            public Playback start(int sampleRate) {
                Playback playback = output.start(sampleRate);
                if (!output.isAudible()) {
                    return playback;
                }
                MeteredPlayback metered = new MeteredPlayback(playback, sampleRate);
                last = metered;
                return metered;
            }

            @Override
            public boolean isAudible() {
                return output.isAudible();
            }

            @Override
            public void close() {
                output.close();
            }
        };
    }

    /** In dBFS; {@link SpeechDetector#NO_PLAYBACK} when nothing was to be heard of late. */
    public double decibels() {
        MeteredPlayback playback = last;
        return playback == null ? SpeechDetector.NO_PLAYBACK : playback.decibels();
    }

    /** A playback whose levels are known by their place in its sound. */
    private static final class MeteredPlayback implements Playback {
        /** The sound's way through sound server, air and sound server, and its echo in the room. */
        private static final Duration LATEST = Duration.ofMillis(450);

        private static final Duration EARLIEST = Duration.ofMillis(60); // what is heard is known that well

        private final Playback playback;
        private final WindowLevels windows;

        @GuardedBy("this")
        private double[] levels = new double[WindowLevels.PER_SECOND];

        @GuardedBy("this")
        private int count;

        @GuardedBy("this")
        private long endedNanos; // 0 before

        MeteredPlayback(Playback playback, int sampleRate) {
            this.playback = playback;
            this.windows = new WindowLevels(sampleRate);
        }

        @Override
        public void play(PcmFrame frame) {
            synchronized (this) {
                windows.add(frame, this::add);
            }
            playback.play(frame);
        }

        private synchronized void add(double level) {
            if (count == levels.length) {
                levels = Arrays.copyOf(levels, 2 * count);
            }
            levels[count++] = level;
        }

        @Override
        public void finish() {
            playback.finish();
            end();
        }

        @Override
        public void stop() {
            playback.stop();
            end();
        }

        @Override
        public Duration heard() {
            return playback.heard();
        }

        private synchronized void end() {
            endedNanos = endedNanos == 0 ? System.nanoTime() : endedNanos;
        }

        double decibels() {
            Duration heard = playback.heard(); // may ask the device
            synchronized (this) {
                Duration now = endedNanos == 0 ? heard : heard.plusNanos(System.nanoTime() - endedNanos);
                int to = Math.min(count, window(now.plus(EARLIEST)) + 1);
                if (endedNanos != 0) {
                    to = Math.min(to, window(heard) + 1); // the rest never sounds
                }
                double loudest = SpeechDetector.NO_PLAYBACK;
                for (int i = Math.max(0, window(now.minus(LATEST))); i < to; i++) {
                    loudest = Math.max(loudest, levels[i]);
                }
                return loudest;
            }
        }

        private static int window(Duration at) {
            return Math.toIntExact(at.toMillis() * WindowLevels.PER_SECOND / 1000);
        }
    }
}
