package dev.voicebot.audio;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;

/** An output that no one hears: takes every frame at once, for when there is no speaker or none is wanted. */
public final class SilentOutput implements AudioOutput {
    @Override
    public Playback start(int sampleRate) {
        return new SilentPlayback();
    }

    @Override
    public boolean isAudible() {
        return false;
    }

    @Override
    public void close() {}

    private static final class SilentPlayback implements Playback {
        @GuardedBy("this")
        private Duration heard = Duration.ZERO;

        @GuardedBy("this")
        private boolean stopped;

        @Override
        public synchronized void play(PcmFrame frame) {
            if (!stopped) {
                heard = heard.plus(frame.length());
            }
        }

        @Override
        public void finish() {}

        @Override
        public synchronized void stop() {
            stopped = true;
        }

        @Override
        public synchronized Duration heard() {
            return heard;
        }
    }
}
