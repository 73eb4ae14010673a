package dev.voicebot.repl;

import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Playback;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A speaker on which every sound lasts until it is stopped. */
final class HeldOutput implements AudioOutput {
    final CountDownLatch playing = new CountDownLatch(1);
    final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public Playback start(int sampleRate) {
        return new Playback() {
            @Override
            public void play(PcmFrame frame) {
                playing.countDown();
            }

            @Override
            public void finish() {
                try {
                    stopped.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void stop() {
                stopped.countDown();
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
