package dev.voicebot.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.outcome.AssistantException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class WavInputTest {
    private static final int RATE = 16000;

    @TempDir
    private Path folder;

    @Test
    void aFileComesInFramesOfATenthSecond() {
        Path file = folder.resolve("a.wav");
        try (WavWriter writer = WavWriter.createNew(file, RATE)) {
            writer.write(new PcmFrame(new short[RATE * 5 / 2 + 8], RATE));
        }

        try (Recording recording = WavInput.of(file).start()) {
            assertThat(recording.sampleRate()).isEqualTo(RATE);
            for (int i = 0; i < 25; i++) {
                assertThat(lengthOf(recording.next())).isEqualTo(Duration.ofMillis(100));
            }
            assertThat(recording.next())
                    .hasValueSatisfying(frame -> assertThat(frame.samples()).hasSize(8));
            assertThat(recording.next()).isEmpty();
            assertThat(recording.next()).isEmpty();
        }
    }

    @Test
    void bareSamplesNeedNoHeader() {
        byte[] samples = new PcmFrame(new short[] {1, -2, 300}, RATE).littleEndian();

        try (Recording recording = WavInput.raw(new ByteArrayInputStream(samples), RATE, "standard input")
                .start()) {
            assertThat(recording.sampleRate()).isEqualTo(RATE);
            assertThat(recording.next())
                    .hasValueSatisfying(frame -> assertThat(frame.samples()).containsExactly(1, -2, 300));
            assertThat(recording.next()).isEmpty();
        }
    }

    @Test
    void aFileCanBeStartedAgain() {
        Path file = folder.resolve("a.wav");
        try (WavWriter writer = WavWriter.createNew(file, RATE)) {
            writer.write(new PcmFrame(new short[100], RATE));
        }
        WavInput input = WavInput.of(file);

        for (int i = 0; i < 2; i++) {
            try (Recording recording = input.start()) {
                assertThat(recording.next()).isPresent();
            }
        }
    }

    @Test
    void anEndlessPipeIsNotReadAheadOfItsReader() {
        AtomicLong taken = new AtomicLong();
        InputStream silence = new InputStream() {
            @Override
            public int read() {
                taken.incrementAndGet();
                return 0;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                taken.addAndGet(length);
                return length;
            }
        };
        InputStream endless = new SequenceInputStream(new ByteArrayInputStream(WavWriter.header(RATE, 0)), silence);

        try (Recording recording = WavInput.of(endless, "standard input").start()) {
            for (int i = 0; i < 20; i++) {
                assertThat(recording.next()).isPresent();
            }
            assertThat(taken.get()).isLessThan(5L * 2 * RATE);
        }
    }

    @Test
    void stoppingAPipeThatGivesNothingFreesItsReader() throws Exception {
        try (PipedOutputStream source = new PipedOutputStream();
                PipedInputStream pipe = new PipedInputStream(source, 100_000)) {
            source.write(WavWriter.header(RATE, 0));
            source.write(new byte[3200]);
            source.flush();
            try (Recording recording = WavInput.of(pipe, "standard input").start()) {
                assertThat(recording.next()).isPresent();
                CompletableFuture<Optional<PcmFrame>> blocked = CompletableFuture.supplyAsync(recording::next);

                recording.stop();

                assertThat(blocked).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(Optional.empty());
            }
        }
    }

    @Test
    void whatWasReadBeforeTheStopIsStillGiven() throws Exception {
        CountDownLatch allRead = new CountDownLatch(1);
        try (Recording recording =
                WavInput.of(twoFrames(allRead), "standard input").start()) {
            allRead.await();
            recording.stop();

            assertThat(recording.next()).isPresent();
            assertThat(recording.next()).isPresent();
            assertThat(recording.next()).isEmpty();
        }
    }

    @Test
    void whatWasReadBeforeTheCloseIsDropped() throws Exception {
        CountDownLatch allRead = new CountDownLatch(1);
        Recording recording = WavInput.of(twoFrames(allRead), "standard input").start();
        allRead.await();

        recording.close();

        assertThat(recording.next()).isEmpty();
    }

    private static InputStream twoFrames(CountDownLatch closed) {
        byte[] wav =
                new WavBytes().format(1, 1, RATE, 16).data(0, new byte[6400]).toArray();
        return new FilterInputStream(new ByteArrayInputStream(wav)) {
            @Override
            public void close() {
                closed.countDown();
            }
        };
    }

    @Test
    void aPipeThatBreaksGivesWhatItHadAndThenSaysSo() {
        InputStream breaking = new InputStream() {
            private final InputStream start = new ByteArrayInputStream(new WavBytes()
                    .format(1, 1, RATE, 16)
                    .data(0, new byte[3200])
                    .toArray());

            @Override
            public int read() throws IOException {
                int next = start.read();
                if (next < 0) {
                    throw new IOException("the cable is cut");
                }
                return next;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                bytes[offset] = (byte) read();
                return 1;
            }
        };

        try (Recording recording = WavInput.of(breaking, "standard input").start()) {
            assertThat(recording.next()).isPresent();
            assertThatThrownBy(recording::next)
                    .isInstanceOf(AssistantException.class)
                    .hasMessage("Cannot read standard input: the cable is cut.");
        }
    }

    @Test
    void whatIsNoWavIsRefusedAtTheStart() {
        WavInput input = WavInput.of(new ByteArrayInputStream(new byte[100]), "standard input");

        assertThatThrownBy(input::start).isInstanceOf(AssistantException.class).hasMessageContaining("not a WAV file");
    }

    private static Duration lengthOf(Optional<PcmFrame> frame) {
        return frame.orElseThrow().length();
    }
}
