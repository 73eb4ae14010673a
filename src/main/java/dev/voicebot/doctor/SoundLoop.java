package dev.voicebot.doctor;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Playback;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.threads.Worker;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;

/** Speaks a phrase through the speaker, listens to it through the microphone, and compares. Thread {@code loop} listens. */
public final class SoundLoop {
    /** The noise that is heard before. */
    static final Duration BEFORE = Duration.ofMillis(500);

    /** A recogniser ends a sentence by the silence after it. */
    private static final Duration AFTER = Duration.ofMillis(1500);

    private final LoopParts parts;
    private final LongSupplier nanoTime;

    /** {@code nanoTime} is the clock that delays are measured by. */
    public SoundLoop(LoopParts parts, LongSupplier nanoTime) {
        this.parts = parts;
        this.nanoTime = nanoTime;
    }

    /**
     * Blocks until the phrase was spoken, heard and understood.
     *
     * @throws AssistantException what voice, speaker, microphone and recogniser throw; INTERRUPTED
     */
    public LoopReport run(String phrase, Cancellation cancellation) {
        Spoken spoken = speak(phrase, cancellation);
        try (LoopRecording recording = new LoopRecording(parts.microphone().start(), BEFORE, nanoTime);
                Cancellation.Registration tie = cancellation.onCancel(recording::close)) {
            Listener listener = new Listener();
            listener.start(recording, cancellation);
            recording.awaitQuiet();
            long played = play(spoken.sound(), listener, cancellation);
            recording.endAfter(AFTER);
            listener.await();
            cancellation.throwIfCancelled();
            return report(phrase, spoken, played, recording, listener);
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
    }

    private Spoken speak(String phrase, Cancellation cancellation) {
        long begin = nanoTime.getAsLong();
        SpokenPhrase spoken = SpokenPhrase.of(parts.synthesizer(), parts.voice(), phrase, nanoTime, cancellation);
        return new Spoken(spoken.sound(), Duration.ofNanos(spoken.firstNanos() - begin));
    }

    /** The phrase as sound, and how long its beginning took. */
    private record Spoken(PcmFrame sound, Duration first) {}

    /** Gives the time at which the sound was handed over. */
    private long play(PcmFrame sound, Listener listener, Cancellation cancellation) {
        Playback playback = parts.speaker().start(sound.sampleRate());
        listener.whenFailed(playback::stop);
        try (Cancellation.Registration tie = cancellation.onCancel(playback::stop)) {
            long begin = nanoTime.getAsLong();
            playback.play(sound);
            playback.finish();
            return begin;
        }
    }

    private LoopReport report(String phrase, Spoken spoken, long played, LoopRecording recording, Listener listener) {
        PcmFrame heard = recording.heard();
        Echo echo = Echo.find(spoken.sound(), heard);
        double end = echo.seconds() + spoken.sound().length().toNanos() / 1e9;
        return new LoopReport(
                phrase,
                spoken.first(),
                between(played, recording.nanosOf(echo.seconds())),
                echo.likeness(),
                loudness(heard, echo.seconds(), end),
                loudness(heard, 0, BEFORE.toMillis() / 1e3),
                listener.understood(phrase, recording.nanosOf(end)));
    }

    private static Heard loudness(PcmFrame heard, double from, double to) {
        int rate = heard.sampleRate();
        int most = heard.samples().length;
        int begin = Math.min(most, (int) (from * rate));
        return Heard.of(Arrays.copyOfRange(heard.samples(), begin, Math.min(most, (int) (to * rate))), rate);
    }

    private static Duration between(long nanos, long later) {
        return Duration.ofNanos(Math.max(0, later - nanos));
    }

    /** Hears everything, and understands it where there is a recogniser. */
    private final class Listener {
        private final CompletableFuture<Void> over = new CompletableFuture<>();
        private volatile String text = ""; // by the engine's thread, and by thread loop at the end
        private volatile long changed; // nanoTime, by the engine's thread

        void start(LoopRecording recording, Cancellation cancellation) {
            Worker.LOOP.start(() -> listen(recording, cancellation));
        }

        private void listen(LoopRecording recording, Cancellation cancellation) {
            try {
                if (parts.recognizer().isPresent()) {
                    changes(parts.recognizer().get().listen(recording, this::changes, cancellation));
                } else {
                    Optional<PcmFrame> frame = recording.next();
                    while (frame.isPresent()) {
                        frame = recording.next();
                    }
                }
                over.complete(null);
            } catch (RuntimeException e) {
                over.completeExceptionally(e);
            } finally {
                recording.giveUp();
            }
        }

        private void changes(Transcript transcript) {
            String now = transcript.text();
            if (!now.equals(text)) {
                text = now;
                changed = nanoTime.getAsLong();
            }
        }

        /** Runs on any thread: be quick. */
        void whenFailed(Runnable action) {
            var unused = over.whenComplete((nothing, e) -> {
                if (e != null) {
                    action.run();
                }
            });
        }

        /** Blocks until all was heard. */
        void await() throws InterruptedException {
            try {
                over.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof AssistantException fault) {
                    throw fault;
                }
                throw new IllegalStateException(e);
            }
        }

        Optional<LoopReport.Understood> understood(String phrase, long end) {
            return parts.recognizer()
                    .map(recognizer -> new LoopReport.Understood(
                            text,
                            text.isEmpty() ? Duration.ZERO : between(end, changed),
                            WordErrors.between(phrase, text)));
        }
    }
}
