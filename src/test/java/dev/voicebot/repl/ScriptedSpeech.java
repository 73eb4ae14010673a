package dev.voicebot.repl;

import dev.voicebot.Await;
import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Playback;
import dev.voicebot.audio.Recording;
import dev.voicebot.audio.SpeechDetector;
import dev.voicebot.audio.TurnModel;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.Transcript;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A microphone and a recogniser: the recogniser reads until the end of the sound, then gives what the test says. */
public final class ScriptedSpeech implements AudioInput, SpeechRecognizer {
    private static final int RATE = 16000;

    final BlockingQueue<Take> takes = new LinkedBlockingQueue<>();
    final BlockingQueue<Consumer<Transcript>> listening = new LinkedBlockingQueue<>();
    final BlockingQueue<PcmFrame> chimes = new LinkedBlockingQueue<>();
    /** A chime lasts until it is stopped. */
    volatile boolean chimesLast;

    final AudioOutput speaker = new Chimes();
    volatile Optional<TurnModel> turnModel = Optional.empty();
    volatile double playing = SpeechDetector.NO_PLAYBACK;
    volatile @Nullable AssistantException noMicrophone;
    volatile Optional<String> obstacle = Optional.empty();
    volatile String said = "";
    final List<PcmFrame> heard = new CopyOnWriteArrayList<>();
    volatile @Nullable AssistantException fault;
    volatile @Nullable AssistantException faultAtOnce;
    volatile @Nullable AssistantException unavailable;

    /** The recording the screen has started. */
    public Take take() {
        return ScriptedTurns.takeFrom(takes);
    }

    public SpeechRecognizer recognizer() {
        throwIfSet(unavailable);
        return this;
    }

    private static void throwIfSet(@Nullable AssistantException exception) {
        if (exception != null) {
            throw exception;
        }
    }

    /** Whom to tell of partial transcripts. */
    Consumer<Transcript> updates() {
        return ScriptedTurns.takeFrom(listening);
    }

    static Transcript partial(String text) {
        return new Transcript(List.of(), text);
    }

    @Override
    public Recording start() {
        throwIfSet(noMicrophone);
        Take take = new Take();
        takes.add(take);
        return take;
    }

    @Override
    public Transcript listen(Recording sound, Consumer<Transcript> updates, Cancellation cancellation) {
        listening.add(updates);
        heard.clear();
        for (Optional<PcmFrame> frame = sound.next(); frame.isPresent(); frame = sound.next()) {
            cancellation.throwIfCancelled();
            heard.add(frame.get());
            throwIfSet(faultAtOnce);
        }
        cancellation.throwIfCancelled();
        throwIfSet(fault);
        return said.isEmpty()
                ? Transcript.EMPTY
                : new Transcript(List.of(new Sentence(said, Duration.ZERO, Duration.ofSeconds(1))), "");
    }

    private final class Chimes implements AudioOutput {
        @Override
        public Playback start(int sampleRate) {
            CountDownLatch stopped = new CountDownLatch(chimesLast ? 1 : 0);
            return new Playback() {
                @Override
                public void play(PcmFrame frame) {
                    chimes.add(frame);
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

    /** Sound that lasts until it is stopped. */
    public static final class Take implements Recording {
        final CountDownLatch stopped = new CountDownLatch(1);
        final CountDownLatch closed = new CountDownLatch(1);
        volatile @Nullable AssistantException died;
        private final BlockingQueue<Optional<PcmFrame>> frames = new LinkedBlockingQueue<>();

        /** A frame whose loudest sample is this. */
        public void hear(int peak) {
            frames.add(Optional.of(new PcmFrame(new short[] {0, (short) peak}, RATE)));
        }

        public void hear(PcmFrame frame) {
            frames.add(Optional.of(frame));
        }

        /** In the pieces that a microphone gives. */
        public void hear(short[] samples) {
            for (int at = 0; at < samples.length; at += RATE / 50) {
                hear(new PcmFrame(Arrays.copyOfRange(samples, at, Math.min(samples.length, at + RATE / 50)), RATE));
            }
        }

        /** Waits until all was read, and a little more was asked for. */
        public void awaitHeard() {
            hear(new short[RATE / 50]);
            Await.until("a reader of all frames", frames::isEmpty);
        }

        /** The device is unplugged. */
        void die(AssistantException fault) {
            died = fault;
            frames.add(Optional.empty());
        }

        @Override
        public int sampleRate() {
            return RATE;
        }

        @Override
        public Optional<PcmFrame> next() {
            try {
                Optional<PcmFrame> frame = frames.take();
                if (frame.isEmpty()) {
                    throwIfSet(died);
                }
                return frame;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }

        @Override
        public void stop() {
            stopped.countDown();
            frames.add(Optional.empty());
        }

        @Override
        public void close() {
            closed.countDown();
            frames.add(Optional.empty());
        }
    }
}
