package dev.voicebot.bench;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.EmbeddedSpeech;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.synthesis.Voice;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A question, spoken by the embedded voice, that a microphone takes in real time, 20 ms a frame. */
final class SpokenQuestion implements AudioInput {
    private static final int FRAMES_PER_SECOND = 50;

    private final short[] samples;
    private final int sampleRate;
    private volatile Runnable atEnd = () -> {};
    private volatile long lastWord; // nanoTime, by whoever starts

    private SpokenQuestion(short[] samples, int sampleRate) {
        this.samples = samples;
        this.sampleRate = sampleRate;
    }

    static SpokenQuestion of(Language language, int sampleRate, Path folder) {
        Voice voice = new Voice(language.code(), 1.3, 1, 50);
        return new SpokenQuestion(
                trimmed(EmbeddedSpeech.samples(folder.resolve("voice"), voice, language.question(), sampleRate)),
                sampleRate);
    }

    @Override
    public Recording start() {
        long begin = System.nanoTime();
        lastWord = begin + nanosOf(samples.length);
        return new Take(begin, 0);
    }

    /** As a microphone that opens now, while the user has been speaking since {@code begin}. */
    Recording startLate(long begin) {
        lastWord = begin + nanosOf(samples.length);
        long missed = (System.nanoTime() - begin) * sampleRate / 1_000_000_000L;
        return new Take(begin, (int) Math.min(samples.length, missed));
    }

    /** What happens with the key that ends a talk, on the thread that reads. */
    void atEnd(Runnable action) {
        atEnd = action;
    }

    int sampleRate() {
        return sampleRate;
    }

    /** When the last sample of what was started last is taken. */
    long lastWord() {
        return lastWord;
    }

    /** How many bytes a recogniser of {@code rate} Hz gets of it. */
    long bytesAt(int rate) {
        long count = (2L * samples.length * rate + sampleRate) / (2L * sampleRate);
        return count * PcmFrame.BYTES_PER_SAMPLE;
    }

    private long nanosOf(int count) {
        return count * 1_000_000_000L / sampleRate;
    }

    /** Without the silence at the end: what counts is the last word. */
    private static short[] trimmed(short[] samples) {
        int end = samples.length;
        while (end > 0 && Math.abs(samples[end - 1]) < 200) {
            end--;
        }
        return Arrays.copyOf(samples, end);
    }

    private final class Take implements Recording {
        private final long begin;
        private int given;

        Take(long begin, int missed) {
            this.begin = begin;
            this.given = missed;
        }

        @Override
        public int sampleRate() {
            return sampleRate;
        }

        @Override
        public Optional<PcmFrame> next() {
            int end = Math.min(samples.length, given + sampleRate / FRAMES_PER_SECOND);
            if (end == given) {
                atEnd.run();
                return Optional.empty();
            }
            waitUntil(begin + nanosOf(end));
            PcmFrame frame = new PcmFrame(Arrays.copyOfRange(samples, given, end), sampleRate);
            given = end;
            return Optional.of(frame);
        }

        private static void waitUntil(long nanos) {
            try {
                TimeUnit.NANOSECONDS.sleep(Math.max(0, nanos - System.nanoTime()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void stop() {}

        @Override
        public void close() {}
    }
}
