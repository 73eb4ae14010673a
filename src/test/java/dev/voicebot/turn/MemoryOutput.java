package dev.voicebot.turn;

import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Playback;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A speaker that keeps what it played; it can be missing, or stay blocked until it is stopped. */
final class MemoryOutput implements AudioOutput {
    final List<PcmFrame> played = new ArrayList<>(); // the playback lane, read after the turn
    final CountDownLatch blocked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean missing;
    private boolean blocks;

    MemoryOutput missing() {
        missing = true;
        return this;
    }

    MemoryOutput blockingAfterTheFirstFrame() {
        blocks = true;
        return this;
    }

    @Override
    public Playback start(int sampleRate) {
        if (missing) {
            throw new AssistantException(FaultKind.AUDIO_DEVICE, "there is no speaker");
        }
        return new Playback() {
            @Override
            public void play(PcmFrame frame) {
                if (blocks && !played.isEmpty()) {
                    await();
                    return;
                }
                played.add(frame);
            }

            @Override
            public void finish() {
                if (blocks) {
                    await();
                }
            }

            @Override
            public void stop() {
                stopped.countDown();
            }

            @Override
            public Duration heard() {
                return played.stream().map(PcmFrame::length).reduce(Duration.ZERO, Duration::plus);
            }
        };
    }

    private void await() {
        blocked.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {}
}
