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
    private static final Duration TO_BE_SILENT = Duration.ofMillis(500);
    private static final int WRITES_PER_SECOND = 50;
    private static final long RUNNING = -1;

    private final SourceDataLine line;
    private final int sampleRate;
    private final boolean freshLine;
    private final long positionBefore; // samples the line had played before this reply
    private final AtomicLong written = new AtomicLong(); // samples, by the playing thread
    private volatile long firstWriteNanos; // 0 before
    private volatile boolean stopped; // set by any thread
    private volatile boolean died; // set by the playing thread, or whoever stops
    private final AtomicLong heardAtStop = new AtomicLong(RUNNING); // samples, by whoever stops

    LinePlayback(SourceDataLine line, boolean freshLine) {
        this.line = line;
        this.sampleRate = (int) line.getFormat().getSampleRate();
        this.freshLine = freshLine;
        line.flush(); // what was written while the last playback was being stopped must not be heard now
        this.positionBefore = line.getLongFramePosition();
        line.start();
    }

    @Override
    public void play(PcmFrame frame) {
        byte[] bytes = frame.littleEndian();
        int step = sampleRate / WRITES_PER_SECOND * PcmFrame.BYTES_PER_SAMPLE;
        for (int at = 0; at < bytes.length && !stopped; at += step) {
            int wanted = Math.min(step, bytes.length - at);
            int taken = line.write(bytes, at, wanted);
            written.addAndGet(taken / PcmFrame.BYTES_PER_SAMPLE);
            if (firstWriteNanos == 0) { // not before: a first call may take a tenth of a second, in silence
                firstWriteNanos = System.nanoTime();
            }
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
            drain(most);
        }
    }

    private void drain(Duration most) {
        try {
            DeviceCalls.within(most, "finish playing", () -> {
                line.drain();
                return line;
            });
        } catch (AssistantException e) {
            died = true;
            throw e;
        }
    }

    @Override
    public void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            DeviceCalls.within(TO_BE_SILENT, "silence the speaker", this::silence);
        } catch (AssistantException e) { // a frozen sound server: this line is given up
            died = true;
        }
        heardAtStop.compareAndSet(RUNNING, played());
    }

    /** The line forgets with the flush how much of what it held was heard. */
    private SourceDataLine silence() {
        heardAtStop.compareAndSet(RUNNING, played()); // a line that was stopped counts what it holds, too
        line.stop();
        line.flush();
        return line;
    }

    @Override
    public Duration heard() {
        long atStop = heardAtStop.get();
        return Duration.ofNanos((atStop == RUNNING ? played() : atStop) * 1_000_000_000L / sampleRate);
    }

    /** The line's own count runs ahead in its first buffer: time and what was written bound it. */
    private long played() {
        long first = firstWriteNanos;
        if (first == 0) {
            return 0;
        }
        long elapsed = (System.nanoTime() - first) / 1000 * sampleRate / 1_000_000;
        return Math.max(0, Math.min(line.getLongFramePosition() - positionBefore, Math.min(elapsed, written.get())));
    }

    boolean died() {
        return died;
    }
}
