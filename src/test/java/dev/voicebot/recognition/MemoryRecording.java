package dev.voicebot.recognition;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Sound out of memory; frames can be added until it is stopped. */
public final class MemoryRecording implements Recording {
    private static final int FRAMES_PER_SECOND = 50;

    private final int sampleRate;
    private final BlockingQueue<Optional<PcmFrame>> frames = new LinkedBlockingQueue<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile boolean closed; // any thread
    private boolean over; // the reader's

    private MemoryRecording(int sampleRate) {
        this.sampleRate = sampleRate;
    }

    /** A microphone: goes on until it is stopped. */
    public static MemoryRecording live(int sampleRate) {
        return new MemoryRecording(sampleRate);
    }

    /** A file: ends after {@code samples}. */
    public static MemoryRecording of(short[] samples, int sampleRate) {
        MemoryRecording recording = live(sampleRate);
        recording.add(samples);
        recording.stop();
        return recording;
    }

    /** Adds sound in frames of 20 ms. */
    public void add(short[] samples) {
        int length = sampleRate / FRAMES_PER_SECOND;
        for (int from = 0; from < samples.length; from += length) {
            int to = Math.min(samples.length, from + length);
            frames.add(Optional.of(new PcmFrame(Arrays.copyOfRange(samples, from, to), sampleRate)));
        }
    }

    /** Waits until somebody reads. */
    public boolean awaitReader() throws InterruptedException {
        return asked.await(20, TimeUnit.SECONDS);
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public int sampleRate() {
        return sampleRate;
    }

    @Override
    public Optional<PcmFrame> next() {
        asked.countDown();
        if (over) {
            return Optional.empty();
        }
        try {
            Optional<PcmFrame> next = frames.take();
            over = next.isEmpty();
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void stop() {
        frames.add(Optional.empty());
    }

    @Override
    public void close() {
        closed = true;
        frames.clear();
        stop();
    }
}
