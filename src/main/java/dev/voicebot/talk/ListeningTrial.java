package dev.voicebot.talk;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.audio.WatchedRecording;
import dev.voicebot.config.HandsFreeSettings;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.threads.Worker;
import dev.voicebot.turntaking.Interjections;
import dev.voicebot.turntaking.TurnEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What hands-free takes for utterances, without a conversation that follows: the same open microphone, detector and judge
 * of pauses. Time is counted by the sound. Any thread.
 */
public final class ListeningTrial implements AutoCloseable {
    private final Interjections interjections;
    private final Optional<Supplier<SpeechRecognizer>> recognizer;
    private final Cancellation cancellation;
    private final OpenMicrophone microphone;

    @GuardedBy("this")
    private final List<TakenUtterance> taken = new ArrayList<>();

    @GuardedBy("this")
    private Duration now = Duration.ZERO;

    @GuardedBy("this")
    private double squares; // since the level was asked for

    @GuardedBy("this")
    private long samples;

    @GuardedBy("this")
    private @Nullable AssistantException failure;

    @GuardedBy("this")
    private @Nullable AssistantException recognizerFault;

    @GuardedBy("this")
    private boolean closed;

    private ListeningTrial(
            HandsFreeSettings settings,
            Senses senses,
            Optional<Supplier<SpeechRecognizer>> recognizer,
            Cancellation cancellation) {
        this.interjections = Interjections.of(settings.backChannels(), settings.stopWords(), settings.goodbyes());
        this.recognizer = recognizer;
        this.cancellation = cancellation;
        this.microphone = new OpenMicrophone(settings, Duration.ofDays(1), senses, () -> false, new Ears());
    }

    /**
     * Opens in the background; {@link #await} tells when that fails.
     *
     * @param recognizer without one, words do not tell when an utterance is over
     */
    public static ListeningTrial open(
            AudioInput input,
            HandsFreeSettings settings,
            Senses senses,
            Optional<Supplier<SpeechRecognizer>> recognizer,
            Cancellation cancellation) {
        ListeningTrial trial = new ListeningTrial(settings, senses, recognizer, cancellation);
        trial.microphone.open(() -> trial.new Sound(input.start()), () -> recognizer.map(Supplier::get));
        return trial;
    }

    /**
     * Blocks until the condition holds, or so much sound was heard; gives whether it holds.
     *
     * @param condition asked after each frame of sound, and may ask this trial
     * @throws AssistantException what the microphone throws; INTERRUPTED soon after the cancel
     */
    public boolean await(BooleanSupplier condition, Duration atMost) {
        try (Cancellation.Registration tie = cancellation.onCancel(this::close)) {
            return awaitOpen(condition, atMost);
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
    }

    private synchronized boolean awaitOpen(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        Duration end = now.plus(atMost);
        while (!condition.getAsBoolean()) {
            cancellation.throwIfCancelled();
            if (failure != null) {
                throw failure;
            }
            if (closed || now.compareTo(end) >= 0) {
                return false;
            }
            wait();
        }
        return true;
    }

    /** Length of the sound so far. */
    public synchronized Duration now() {
        return now;
    }

    /** Those that were noticed since, also one that goes on. */
    public synchronized List<TrialUtterance> since(Duration time) {
        return taken.stream()
                .filter(it -> it.noticed.compareTo(time) >= 0)
                .map(TakenUtterance::utterance)
                .toList();
    }

    /** Whether somebody is speaking, or what they said has not been understood yet. */
    public synchronized boolean isBusy() {
        return !taken.isEmpty() && !taken.get(taken.size() - 1).isUnderstood;
    }

    /** Root mean square of the sound since this was asked last, in dBFS. */
    public synchronized double level() {
        double level = 10 * Math.log10(Math.max(1, squares / Math.max(1, samples)) / (32768.0 * 32768.0));
        squares = 0;
        samples = 0;
        return level;
    }

    /** Why some words were not understood. */
    public synchronized Optional<AssistantException> recognizerFault() {
        return Optional.ofNullable(recognizerFault);
    }

    @Override
    public void close() {
        microphone.close();
        finish();
    }

    private synchronized void finish() {
        closed = true;
        notifyAll();
    }

    private synchronized void take(PcmFrame frame) {
        now = now.plus(frame.length());
        for (short sample : frame.samples()) {
            squares += (double) sample * sample;
        }
        samples += frame.samples().length;
        Duration quiet = microphone.quiet();
        taken.stream().filter(it -> !it.isOver).forEach(it -> it.hear(quiet));
        notifyAll();
    }

    private synchronized void begin(LiveSpeech speech) {
        TakenUtterance begun = new TakenUtterance(speech, now);
        taken.add(begun);
        notifyAll();
        recognizer.ifPresent(engine -> Worker.TALK.start(() -> understand(begun, engine)));
    }

    private void understand(TakenUtterance utterance, Supplier<SpeechRecognizer> engine) {
        try {
            engine.get().listen(utterance.speech, words -> heard(utterance, words), cancellation);
        } catch (AssistantException e) {
            synchronized (this) {
                recognizerFault = e;
            }
        } finally {
            understood(utterance);
        }
    }

    private void heard(TakenUtterance utterance, Transcript words) {
        if (utterance.speech.isOver() || words.text().isEmpty()) {
            return;
        }
        TurnEnd end = microphone.heard(interjections.turnEnd(words.text()));
        if (words.unfinished().isEmpty() && end != TurnEnd.UNFINISHED) {
            microphone.pause().ifPresent(silence -> end(utterance, silence));
        }
    }

    private void end(TakenUtterance utterance, Duration silence) {
        synchronized (this) {
            if (utterance.isOver) {
                return;
            }
            utterance.isOver = true;
            utterance.ended = now;
            utterance.endedNanos = System.nanoTime();
            utterance.silence = silence;
            utterance.isUnderstood = recognizer.isEmpty();
            notifyAll();
        }
        utterance.speech.stop();
    }

    private synchronized void understood(TakenUtterance utterance) {
        utterance.recognition =
                utterance.isOver ? Duration.ofNanos(System.nanoTime() - utterance.endedNanos) : Duration.ZERO;
        utterance.isUnderstood = true;
        notifyAll();
    }

    private final class Sound extends WatchedRecording {
        Sound(Recording recording) {
            super(recording);
        }

        @Override
        protected void take(PcmFrame frame) {
            ListeningTrial.this.take(frame);
        }

        @Override
        public void close() {
            super.close();
            finish();
        }
    }

    /** What the microphone tells, on its thread. */
    private final class Ears implements OpenMicrophone.Listener {
        @Override
        public void spoke(LiveSpeech speech) {
            begin(speech);
        }

        @Override
        public void fellSilent(LiveSpeech speech, Duration silence) {
            List<TakenUtterance> all;
            synchronized (ListeningTrial.this) {
                all = List.copyOf(taken);
            }
            all.stream().filter(it -> it.speech == speech).forEach(it -> end(it, silence));
        }

        @Override
        public void failed(AssistantException fault) {
            synchronized (ListeningTrial.this) {
                failure = fault;
                ListeningTrial.this.notifyAll();
            }
        }
    }
}
