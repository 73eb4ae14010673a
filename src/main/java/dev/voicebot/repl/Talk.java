package dev.voicebot.repl;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.Transcript;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One talk, from the key that starts it to its transcript. The microphone opens on the talk's own thread at once, so
 * that a device that hangs does not take the prompt along.
 */
final class Talk {
    private static final Logger LOG = LoggerFactory.getLogger(Talk.class);
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration STABLE = Duration.ofMillis(400); // no new word for so long: the question may be whole

    /** Who hears how a talk ended; under the line's lock. */
    interface Listener {
        /** All that was said, never blank, and how long ago its last sound was. */
        void understood(String text, Duration ago);

        /** This is probably all that will have been said; blank when nothing more can be expected of this talk. */
        void expected(String text);

        /** The talk failed after this much had been understood; may be blank. */
        void broke(String understood);

        /** The talk is over, whatever its end, before anything else is told; not after a cancel. */
        void ended();
    }

    private final Board board;
    private final Listener listener;
    private final Cancellation cancellation = new Cancellation();
    // guarded by the line's lock
    private @Nullable MeteredRecording sound;
    private String partial = "";
    private boolean stopped;
    private boolean over;
    private long beganNanos;
    private long changedNanos; // when the partial did
    private long stoppedNanos = System.nanoTime();

    Talk(Board board, Listener listener) {
        this.board = board;
        this.listener = listener;
    }

    /** Under the lock. */
    void start(AudioInput microphone, Supplier<SpeechRecognizer> recognizer) {
        board.state("microphone…");
        Threads.daemon("talk", () -> run(microphone, recognizer)).start();
    }

    /** Ends the recording; what was said is still understood. Under the lock. */
    void stop() {
        if (!stopped) {
            stoppedNanos = System.nanoTime();
        }
        stopped = true;
        listener.expected(partial);
        if (sound != null) {
            sound.stop();
            board.state("recognizing…");
        }
    }

    /** Drops the recording and what was said. Under the lock. */
    void cancel() {
        over = true;
        try {
            cancellation.cancel();
        } catch (RuntimeException e) {
            LOG.warn("stopping the talk failed", e);
        }
        listener.expected("");
        clear();
    }

    private void run(AudioInput microphone, Supplier<SpeechRecognizer> recognizer) {
        try (MeteredRecording recording = new MeteredRecording(microphone.start());
                Cancellation.Registration tie = cancellation.onCancel(recording::close)) {
            board.later(() -> begun(recording));
            Transcript transcript = recognizer.get().listen(recording, t -> board.later(() -> update(t)), cancellation);
            board.later(() -> understood(SafeText.row(transcript.text())));
        } catch (AssistantException e) {
            broke(e);
        } catch (RuntimeException e) {
            LOG.error("the talk failed", e);
            board.later(() -> failed("something went wrong: the log says what"));
        }
    }

    private void broke(AssistantException e) {
        if (cancellation.isCancelled()) {
            return;
        }
        LOG.info("the talk failed: {}", e.kind(), e);
        board.later(() -> failed(e.userMessage()));
    }

    private void begun(MeteredRecording recording) {
        if (over) {
            return;
        }
        sound = recording;
        beganNanos = System.nanoTime();
        if (stopped) {
            stop();
        } else {
            tick();
        }
    }

    private void tick() {
        if (over || stopped || sound == null) {
            return;
        }
        Duration length = Duration.ofNanos(System.nanoTime() - beganNanos);
        board.state("● rec %d:%02d %s".formatted(length.toMinutes(), length.toSecondsPart(), sound.bar()));
        if (!partial.isEmpty() && System.nanoTime() - changedNanos > STABLE.toNanos()) {
            listener.expected(partial);
        }
        board.later(this::tick, TICK);
    }

    private void update(Transcript transcript) {
        if (over) {
            return;
        }
        partial = SafeText.row(transcript.text());
        changedNanos = System.nanoTime();
        if (stopped) {
            listener.expected(partial);
        }
        board.draft(partial);
    }

    private void understood(String text) {
        if (!finish()) {
            return;
        }
        if (text.isEmpty()) {
            listener.expected("");
            board.dim("nothing heard");
        } else {
            listener.understood(text, Duration.ofNanos(System.nanoTime() - stoppedNanos));
        }
    }

    private void failed(String line) {
        if (finish()) {
            board.notice(line);
            listener.expected("");
            listener.broke(partial);
        }
    }

    /** False when the talk had been cancelled. */
    private boolean finish() {
        if (over) {
            return false;
        }
        over = true;
        clear();
        listener.ended();
        return true;
    }

    private void clear() {
        board.draft("");
        board.state("");
    }
}
