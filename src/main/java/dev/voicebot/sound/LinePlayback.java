package dev.voicebot.sound;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Playback;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.sound.sampled.SourceDataLine;

/** One reply on the speaker's line. */
final class LinePlayback implements Playback {
    private static final Duration TRAILING_SILENCE = Duration.ofMillis(200); // a very short sound alone can get lost
    private static final int WRITES_PER_SECOND = 50;

    private final SourceDataLine line;
    private final int sampleRate;
    private final boolean freshLine;
    private final long positionBefore; // samples the line had played before this reply
    private final AtomicLong written = new AtomicLong(); // samples, by the playing thread
    private volatile long firstWriteNanos; // 0 before
    private volatile boolean stopped; // set by any thread
    private volatile boolean died; // set by the playing thread

    LinePlayback(SourceDataLine line, boolean freshLine) {
        this.line = line;
        this.sampleRate = (int) line.getFormat().getSampleRate();
        this.freshLine = freshLine;
        this.positionBefore = line.getLongFramePosition();
        line.start();
    }

    @Override
    public void play(PcmFrame frame) {
        if (firstWriteNanos == 0) {
            firstWriteNanos = System.nanoTime();
        }
        byte[] bytes = frame.littleEndian();
        int step = sampleRate / WRITES_PER_SECOND * PcmFrame.BYTES_PER_SAMPLE;
        for (int at = 0; at < bytes.length && !stopped; at += step) {
            int wanted = Math.min(step, bytes.length - at);
            int taken = line.write(bytes, at, wanted);
            written.addAndGet(taken / PcmFrame.BYTES_PER_SAMPLE);
            if (taken < wanted && !stopped) {
                died = true;
                throw new AssistantException(
                        FaultKind.AUDIO_DEVICE, "the speaker is gone: replies are saved, but not heard");
            }
        }
    }

    @Override
    public void finish() {
        if (stopped || died || written.get() == 0) {
            return;
        }
        if (freshLine) {
            byte[] silence = PcmFrame.silence(TRAILING_SILENCE, sampleRate).littleEndian();
            line.write(silence, 0, silence.length);
        }
        if (!stopped) {
            Duration most = Duration.ofNanos((long) line.getBufferSize() * 1_000_000_000L / sampleRate)
                    .plus(DeviceCalls.PATIENCE);
            DeviceCalls.within(most, "finish playing", () -> {
                line.drain();
                return line;
            });
        }
    }

    @Override
    public void stop() {
        stopped = true;
        line.stop();
        line.flush();
    }

    /** The line's own count runs ahead in its first buffer: time and what was written bound it. */
    @Override
    public Duration heard() {
        long first = firstWriteNanos;
        if (first == 0) {
            return Duration.ZERO;
        }
        long elapsed = (System.nanoTime() - first) / 1000 * sampleRate / 1_000_000;
        long played = Math.min(line.getLongFramePosition() - positionBefore, Math.min(elapsed, written.get()));
        return Duration.ofNanos(Math.max(0, played) * 1_000_000_000L / sampleRate);
    }

    boolean died() {
        return died;
    }
}
