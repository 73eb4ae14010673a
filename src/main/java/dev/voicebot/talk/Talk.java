package dev.voicebot.talk;

import static dev.voicebot.text.Messages.mark;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.ChatState;
import dev.voicebot.terminal.SafeText;
import dev.voicebot.threads.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One talk, from the key that starts it to its transcript. The microphone opens on a thread of the talk's own at once,
 * so that a device that hangs does not take the prompt along. What is not said otherwise runs under the line's lock.
 */
final class Talk {
    private static final Logger LOG = LoggerFactory.getLogger(Talk.class);
    private static final Duration TICK = Duration.ofMillis(100);
    static final String MUTE = mark("The microphone is silent: it may be muted, or this terminal may lack permission.");

    private static final double MUTE_SECONDS = 3;
    private static final Duration STABLE = Duration.ofMillis(400); // no new word for so long: the question may be whole

    private final ChatDisplay display;
    private final ChatState.Start begun;
    private final KeptTalk kept;
    private final TalkListener listener;
    private final Cancellation cancellation = new Cancellation();
    private @Nullable TalkSound sound;
    private boolean deaf;
    private boolean mute; // told
    private boolean stopped;
    private @Nullable Duration tail; // when it was stopped by somebody
    private boolean over;
    private String partial = "";
    private long beganNanos;
    private long changedNanos; // when the partial did
    private long stoppedNanos = System.nanoTime();

    Talk(ChatDisplay display, ChatState.Start begun, KeptTalk kept, TalkListener listener) {
        this.display = display;
        this.begun = begun;
        this.kept = kept;
        this.listener = listener;
    }

    /** Captures until {@link #stop}, or to the end of the input, and recognises meanwhile. */
    void start(AudioInput input, Supplier<SpeechRecognizer> recognizer) {
        display.state(begun == ChatState.Start.BY_KEY ? ChatState.Still.OPENING : recording(Duration.ZERO, List.of()));
        Worker.TALK.start(() -> run(input, recognizer));
    }

    /** The same for sound that was captured before. */
    void startAgain(AudioInput file, Supplier<SpeechRecognizer> recognizer) {
        stopped = true;
        stoppedNanos = System.nanoTime();
        display.state(ChatState.Still.RECOGNIZING);
        Worker.TALK.start(() -> run(file, recognizer));
    }

    /**
     * Ends the talk after {@code afterwards}, in which the last word fades; what was said is still understood. Its last
     * word was {@code ago}.
     */
    void stop(Duration afterwards, Duration ago) {
        if (stopped) {
            return;
        }
        stopped = true;
        stoppedNanos = System.nanoTime() - ago.toNanos();
        tail = afterwards;
        listener.expected(partial);
        display.state(ChatState.Still.RECOGNIZING);
        endSound();
    }

    private void endSound() {
        if (sound != null && tail != null) {
            display.later(sound::stop, tail);
        }
    }

    /** How long ago its last word was. */
    Duration ago() {
        return Duration.ofNanos(System.nanoTime() - stoppedNanos);
    }

    boolean isStopped() {
        return stopped;
    }

    /** Ends the talk; its sound stays kept. */
    void leave() {
        over = true;
        try {
            cancellation.cancel();
        } catch (RuntimeException e) {
            LOG.warn("stopping the talk failed", e);
        }
        listener.expected("");
        display.state(ChatState.Still.IDLE);
    }

    /** On the talk's thread, without the lock, as the next ones. */
    private void run(AudioInput input, Supplier<SpeechRecognizer> recognizer) {
        try {
            SpeechRecognizer engine = recognizer.get(); // first: without it the microphone does not matter
            TalkSound captured = TalkSound.start(input, kept);
            try (Cancellation.Registration tie = cancellation.onCancel(captured::close)) {
                recognize(engine, captured);
            }
        } catch (AssistantException e) {
            failLater(e);
        } catch (RuntimeException e) {
            LOG.error("the talk failed", e);
            failLater(AssistantException.unforeseen(e));
        }
    }

    private void recognize(SpeechRecognizer engine, TalkSound captured) {
        try (var reading = captured.reading()) {
            display.later(() -> begun(captured));
            Transcript transcript = engine.listen(reading, t -> display.later(() -> heard(t)), cancellation);
            captured.stop();
            Optional<AssistantException> fault = captured.awaitEnd();
            display.later(() -> understood(SafeText.row(transcript.text()), fault));
        } catch (AssistantException e) {
            display.later(this::goDeaf);
            captured.awaitEnd(); // the user may still be speaking: that is kept, too
            throw e;
        }
    }

    private void failLater(AssistantException e) {
        if (!cancellation.isCancelled()) {
            LOG.info("the talk failed: {}", e.kind(), e);
            display.later(() -> failed(e));
        }
    }

    private void begun(TalkSound captured) {
        if (over) {
            return;
        }
        sound = captured;
        beganNanos = System.nanoTime();
        endSound();
        tick();
    }

    private void tick() {
        if (over || stopped || sound == null) {
            return;
        }
        Duration length = Duration.ofNanos(System.nanoTime() - beganNanos);
        display.state(recording(length, sound.meter().levels()));
        if (!partial.isEmpty() && System.nanoTime() - changedNanos > STABLE.toNanos()) {
            listener.expected(partial);
        }
        tellMute(MUTE_SECONDS);
        display.later(this::tick, TICK);
    }

    private ChatState recording(Duration length, List<Double> levels) {
        return new ChatState.Recording(begun, length, levels, deaf);
    }

    private void tellMute(double atLeast) {
        if (!mute && sound != null && sound.meter().isMute(atLeast)) {
            mute = true;
            listener.mute();
        }
    }

    private void goDeaf() {
        deaf = true;
    }

    private void heard(Transcript transcript) {
        if (over) {
            return;
        }
        partial = SafeText.row(transcript.text());
        changedNanos = System.nanoTime();
        listener.heard(partial, transcript.unfinished().isEmpty() && !partial.isEmpty());
        if (stopped) {
            listener.expected(partial);
        }
    }

    private void understood(String words, Optional<AssistantException> fault) {
        if (finish()) {
            if (words.isEmpty()) {
                listener.expected("");
                tellMute(0);
            }
            listener.understood(words, fault);
        }
    }

    private void failed(AssistantException fault) {
        if (finish()) {
            listener.expected("");
            listener.failed(fault);
        }
    }

    /** False when the talk had been cancelled. */
    private boolean finish() {
        if (over) {
            return false;
        }
        over = true;
        return true;
    }
}
