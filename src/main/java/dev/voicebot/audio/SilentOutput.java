package dev.voicebot.audio;

import java.time.Duration;

/** An output without a device: takes every frame at once, and counts it as heard. */
public final class SilentOutput implements AudioOutput {
    @Override
    public Playback start(int sampleRate) {
        return new Silence();
    }

    @Override
    public void close() {}

    private static final class Silence implements Playback {
        private volatile Duration heard = Duration.ZERO; // written by the playing thread
        private volatile boolean stopped; // set by any thread

        @Override
        public void play(PcmFrame frame) {
            if (!stopped) {
                heard = heard.plus(frame.length());
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
            return heard;
        }
    }
}
