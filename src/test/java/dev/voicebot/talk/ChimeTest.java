package dev.voicebot.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.Level;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Playback;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ChimeTest {
    private final BlockingQueue<PcmFrame> played = new LinkedBlockingQueue<>();
    private final CountDownLatch opens = new CountDownLatch(1);
    private final CountDownLatch ready = new CountDownLatch(1);

    @Test
    void theToneOfThinkingIsSofterThanTheOthers() throws InterruptedException {
        ready.countDown();
        Chime chime = new Chime(true, Speaker::new);

        chime.think();
        PcmFrame thought = played.take();
        chime.hush();
        chime.begin();

        assertThat(Level.of(thought).peak())
                .isGreaterThan(0)
                .isLessThan(Level.of(played.take()).peak());
    }

    @Test
    void itIsCutShortAtOnceAndCanSoundAgain() throws InterruptedException {
        ready.countDown();
        Chime chime = new Chime(false, Speaker::new);
        chime.think();
        played.take();

        chime.hush();
        chime.think();

        assertThat(played.take().length()).isGreaterThan(Duration.ZERO); // the first no longer holds the thread up
    }

    @Test
    void onceItIsOverItDoesNotBeginLate() throws InterruptedException {
        Chime chime = new Chime(true, Speaker::new);
        chime.think();
        opens.await();

        chime.hush();
        ready.countDown();
        chime.begin();

        assertThat(Level.of(played.take()).peak()).isGreaterThan(0.05); // not the one of thinking
    }

    /** Plays until it is stopped; the tone of a talk, which nobody stops, is over at once. */
    private final class Speaker implements AudioOutput {
        @Override
        public Playback start(int sampleRate) {
            opens.countDown();
            try {
                ready.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            CountDownLatch stopped = new CountDownLatch(1);
            return new Playback() {
                private boolean isThought;

                @Override
                public void play(PcmFrame frame) {
                    isThought = Level.of(frame).peak() < 0.05;
                    if (stopped.getCount() > 0) {
                        played.add(frame);
                    }
                }

                @Override
                public void finish() {
                    try {
                        if (isThought) {
                            stopped.await();
                        }
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
}
