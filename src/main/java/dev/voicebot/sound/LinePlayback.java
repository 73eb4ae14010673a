package dev.voicebot.sound;

import static dev.voicebot.text.Messages.tr;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Playback;
import dev.voicebot.audio.Samples;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.ToLongFunction;
import javax.sound.sampled.SourceDataLine;

/** One reply on the speaker's line. No method makes a call into the device itself: it is waited for, not for long. */
final class LinePlayback implements Playback {
    private static final Duration TRAILING_SILENCE = Duration.ofMillis(200); // a very short sound alone can get lost
    private static final Duration TO_TAKE = Duration.ofMillis(1500); // a piece; the line holds a third of that
    private static final int TO_BE_SILENT = 500; // milliseconds
    private static final int WRITES_PER_SECOND = 50;

    private final SpeakerLine line;
    private final int sampleRate;
    private final boolean freshLine;
    // all in samples
    @GuardedBy("this")
    private long positionBefore; // what the line had played before this reply

    @GuardedBy("this")
    private long position; // what it has played of the reply, when it was asked last

    @GuardedBy("this")
    private long positionNanos; // when that was

    @GuardedBy("this")
    private long written;

    @GuardedBy("this")
    private long firstWriteNanos; // 0 before

    @GuardedBy("this")
    private long heardAtStop;

    @GuardedBy("this")
    private boolean stopped;

    private LinePlayback(SpeakerLine line, boolean freshLine) {
        this.line = line;
        this.sampleRate = line.sampleRate();
        this.freshLine = freshLine;
    }

    /**
     * Gets the line ready; blocks for a moment.
     *
     * @throws AssistantException AUDIO_DEVICE when it does not answer; then it is of no more use
     */
    static LinePlayback start(SpeakerLine line, boolean freshLine) {
        LinePlayback playback = new LinePlayback(line, freshLine);
        playback.begin();
        return playback;
    }

    private void begin() {
        try {
            if (!line.isSilentWithin(TO_BE_SILENT)) {
                throw frozen();
            }
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
        Optional<Long> before = call(DeviceCalls.PATIENCE, speaker -> {
            speaker.flush(); // what was written while the last playback was being stopped must not be heard now
            long played = speaker.getLongFramePosition();
            speaker.start();
            return played;
        });
        synchronized (this) {
            positionBefore = before.orElse(0L);
        }
    }

    @Override
    public void play(PcmFrame frame) {
        byte[] bytes = frame.littleEndian();
        int step = sampleRate / WRITES_PER_SECOND * PcmFrame.BYTES_PER_SAMPLE;
        for (int at = 0; at < bytes.length && !isStopped(); at += step) {
            write(bytes, at, Math.min(step, bytes.length - at));
        }
    }

    private void write(byte[] bytes, int at, int wanted) {
        Optional<Long> taken = call(TO_TAKE, speaker -> {
            long count = speaker.write(bytes, at, wanted);
            wrote(count / PcmFrame.BYTES_PER_SAMPLE, speaker.getLongFramePosition());
            return count;
        });
        if (taken.isPresent() && taken.get() < wanted && !isStopped()) {
            line.giveUp();
            throw new AssistantException(
                    FaultKind.AUDIO_DEVICE, tr("Speaker disconnected. Replies are still saved, but not played."));
        }
    }

    private synchronized void wrote(long samples, long linePosition) {
        written += samples;
        positionNanos = System.nanoTime();
        position = linePosition - positionBefore;
        if (firstWriteNanos == 0) { // not before: a first call may take a tenth of a second, in silence
            firstWriteNanos = positionNanos;
        }
    }

    @Override
    public void finish() {
        if (isStopped() || line.isDead() || samplesWritten() == 0) {
            return;
        }
        if (freshLine) {
            byte[] silence = PcmFrame.silence(TRAILING_SILENCE, sampleRate).littleEndian();
            call(TO_TAKE, speaker -> (long) speaker.write(silence, 0, silence.length));
        }
        Duration most = Samples.length(line.bufferBytes(), sampleRate).plus(DeviceCalls.PATIENCE);
        call(most, speaker -> {
            speaker.drain();
            return 0;
        });
    }

    @Override
    public void stop() {
        synchronized (this) {
            if (stopped) {
                return;
            }
            heardAtStop = played();
            stopped = true;
            notifyAll();
        }
        line.silence();
    }

    @Override
    public synchronized Duration heard() {
        return Samples.length(stopped ? heardAtStop : played(), sampleRate);
    }

    /** The line's own count, which runs ahead in its first buffer, and what time has added: bounded by what was written. */
    private synchronized long played() {
        if (firstWriteNanos == 0) {
            return 0;
        }
        long now = System.nanoTime();
        long byLine = position + samplesIn(now - positionNanos);
        return Math.max(0, Math.min(byLine, Math.min(samplesIn(now - firstWriteNanos), written)));
    }

    private long samplesIn(long nanos) {
        return Samples.in(Duration.ofNanos(nanos), sampleRate);
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized long samplesWritten() {
        return written;
    }

    /** What came of a call on the line's thread; empty when the playback is stopped meanwhile. */
    private Optional<Long> call(Duration patience, ToLongFunction<SourceDataLine> work) {
        FutureTask<Long> task = line.submit(work, this::wake);
        long end = System.nanoTime() + patience.toNanos();
        try {
            synchronized (this) {
                for (long left = patience.toMillis(); left > 0 && !task.isDone() && !stopped; ) {
                    wait(left);
                    left = (end - System.nanoTime()) / 1_000_000;
                }
            }
            if (task.isDone()) {
                return Optional.of(task.get());
            }
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        } catch (ExecutionException | CancellationException e) {
            line.giveUp();
            throw new AssistantException(FaultKind.AUDIO_DEVICE, tr("The speaker failed. Check the sound server."), e);
        }
        if (isStopped()) {
            return Optional.empty();
        }
        throw frozen();
    }

    private synchronized void wake() {
        notifyAll();
    }

    private AssistantException frozen() {
        line.giveUp();
        return new AssistantException(
                FaultKind.AUDIO_DEVICE,
                tr("The speaker does not answer. Replies are still saved, but not played until the sound"
                        + " server recovers."));
    }
}
