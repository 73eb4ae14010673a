package dev.voicebot.talk;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.audio.SpeechDetector;
import dev.voicebot.config.HandsFreeSettings;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.threads.Worker;
import dev.voicebot.turntaking.TurnEnd;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A microphone that listens all the time, on the thread {@code hands-free}: nothing of it is kept or sent until somebody
 * speaks; then what was heard just before belongs to it.
 */
final class OpenMicrophone {
    private static final Logger LOG = LoggerFactory.getLogger(OpenMicrophone.class);

    /** Kept from before speech is known for speech: a soft beginning is longer than a loud one. */
    private static final Duration BEFORE = SpeechDetector.ONSET.plusMillis(400);

    /** While the speaker plays: what it said must not become a part of what the user says. */
    private static final Duration BEFORE_IN_PLAYBACK = SpeechDetector.ONSET.plusMillis(100);

    /** A recognizer's sentence may end in the middle of speech. */
    private static final Duration GAP = Duration.ofMillis(300);

    /** Longer than in a talk: during silence, a headset may deliver zeroes. */
    private static final double MUTE_SECONDS = 10;

    private final HandsFreeSettings settings;
    private final Duration patience;
    private final Senses senses;
    private final BooleanSupplier busy;
    private final Listener listener;
    private final UtteranceBounds bounds;
    private final PauseJudge judge;
    private final LevelMeter meter = new LevelMeter();

    @GuardedBy("this")
    private final Deque<PcmFrame> before = new ArrayDeque<>();

    @GuardedBy("this")
    private Duration beforeLength = Duration.ZERO;

    @GuardedBy("this")
    private @Nullable Recording recording;

    @GuardedBy("this")
    private @Nullable LiveSpeech current;

    @GuardedBy("this")
    private boolean closed;

    private volatile Duration quiet = Duration.ZERO; // set by thread hands-free
    private Duration idle = Duration.ZERO; // thread hands-free
    private boolean mute; // thread hands-free; told

    /**
     * Who is told, on the microphone's thread: must return promptly. First {@link #opened}; then {@link #spoke} and
     * {@link #fellSilent} in turn, between them {@link #idle}, and {@link #mute} once at most; {@link #failed} is the
     * last, perhaps the only one. One that is closed may still tell of what it heard before.
     */
    interface Listener {
        default void opened() {}

        /** Somebody began to speak; {@code speech} goes on until they fall silent, or it is stopped. */
        void spoke(LiveSpeech speech);

        /** Nobody has spoken for {@code silence}, or it takes too long: {@code speech} stops. */
        void fellSilent(LiveSpeech speech, Duration silence);

        /** Nothing was said, and nothing replied, for as long as the microphone may be open in vain. */
        default void idle() {}

        /** The microphone gives nothing but zeroes; told once. */
        default void mute() {}

        /** There is no microphone any more. */
        void failed(AssistantException fault);
    }

    /**
     * @param busy whether a reply is on its way or being heard; any thread
     * @param patience how long it may be open in vain
     */
    OpenMicrophone(
            HandsFreeSettings settings, Duration patience, Senses senses, BooleanSupplier busy, Listener listener) {
        this.settings = settings;
        this.patience = patience;
        this.bounds = new UtteranceBounds(settings);
        this.senses = senses;
        this.judge = new PauseJudge(senses.turnModel(), bounds::judged);
        this.busy = busy;
        this.listener = listener;
    }

    /** Opens in the background, after {@code recognizer} is ready: if it throws, there is nothing to listen for. */
    void open(AudioInput input, Supplier<?> recognizer) {
        Worker.HANDS_FREE.start(() -> run(input, recognizer));
    }

    /** Any thread; quick. What was being said ends here. */
    synchronized void close() {
        closed = true;
        if (recording != null) {
            recording.close();
        }
        if (current != null) {
            current.stop();
        }
    }

    /** Length of the current silence. */
    Duration quiet() {
        return quiet;
    }

    /** The current silence, if it is long enough to believe a recognizer that a sentence has ended. */
    Optional<Duration> pause() {
        return Optional.of(quiet).filter(time -> time.compareTo(GAP) >= 0);
    }

    /** What is being said has these words so far, which are new; gives what its sound says, too. Any thread. */
    TurnEnd heard(TurnEnd words) {
        return bounds.heard(words, quiet);
    }

    /** What is heard from now on and a little before, whether it is speech or not; empty when it is not open. */
    synchronized Optional<LiveSpeech> claim() {
        if (closed || recording == null) {
            return Optional.empty();
        }
        bounds.begin(false);
        return Optional.of(begin(recording, BEFORE));
    }

    private synchronized LiveSpeech begin(Recording from, Duration earlier) {
        LiveSpeech speech = new LiveSpeech(from.sampleRate(), last(earlier));
        current = speech;
        return speech;
    }

    private synchronized Deque<PcmFrame> last(Duration length) {
        Deque<PcmFrame> last = new ArrayDeque<>();
        Duration left = length;
        for (Iterator<PcmFrame> newest = before.descendingIterator(); newest.hasNext() && !left.isNegative(); ) {
            PcmFrame frame = newest.next();
            last.addFirst(frame);
            left = left.minus(frame.length());
        }
        return last;
    }

    private void run(AudioInput input, Supplier<?> recognizer) {
        try {
            var unused = recognizer.get();
            judge.warm();
            try (Recording opened = input.start()) {
                if (take(opened)) {
                    listener.opened();
                    listen(opened);
                }
            }
        } catch (AssistantException e) {
            fail(e);
        } catch (RuntimeException e) {
            LOG.error("the microphone failed", e);
            fail(AssistantException.unforeseen(e));
        }
    }

    /** False when it was closed while it was being opened. */
    private synchronized boolean take(Recording opened) {
        recording = opened;
        return !closed;
    }

    private void fail(AssistantException fault) {
        boolean wanted;
        synchronized (this) {
            wanted = closed;
            close();
        }
        if (!wanted) {
            LOG.info("hands-free ends: {}", fault.kind(), fault);
            listener.failed(fault);
        }
    }

    private void listen(Recording opened) {
        SpeechDetector detector =
                senses.detection().detector(opened.sampleRate(), settings.silence(), !settings.headphones());
        for (Optional<PcmFrame> frame = opened.next(); frame.isPresent(); frame = opened.next()) {
            hear(opened, frame.get(), detector);
        }
    }

    private void hear(Recording opened, PcmFrame frame, SpeechDetector detector) {
        boolean deaf = !settings.bargeIn() && busy.getAsBoolean();
        double playing = senses.playback().getAsDouble();
        detector.endAfter(bounds.silence());
        SpeechDetector.Change change = deaf ? SpeechDetector.Change.NONE : detector.hear(frame, playing);
        Duration silence = detector.quiet();
        quiet = detector.isSpeaking() ? silence : Duration.ofDays(1);
        Optional<LiveSpeech> running = add(frame);
        if (running.isPresent()) {
            judge.hear(frame, silence);
        }
        if (change == SpeechDetector.Change.BEGAN && running.isEmpty()) {
            boolean alone = settings.headphones() || playing == SpeechDetector.NO_PLAYBACK;
            bounds.begin(true);
            Duration earlier = alone ? BEFORE : BEFORE_IN_PLAYBACK;
            judge.begin(last(earlier));
            listener.spoke(begin(opened, earlier));
        } else if (change == SpeechDetector.Change.ENDED) {
            running.ifPresent(speech -> end(speech, silence));
        } else if (running.isPresent() && bounds.areReached(frame.length(), silence)) {
            end(running.get(), silence);
        }
        countIdle(frame, running.isPresent() || detector.isSpeaking() || busy.getAsBoolean());
        tellMute(frame);
    }

    /** Here, and not when the listener finds the time: what is said next is another talk's. */
    private void end(LiveSpeech speech, Duration silence) {
        listener.fellSilent(speech, silence);
        speech.stop();
    }

    /** Gives what is being said. */
    private synchronized Optional<LiveSpeech> add(PcmFrame frame) {
        before.addLast(frame);
        beforeLength = beforeLength.plus(frame.length());
        while (beforeLength.compareTo(BEFORE) > 0) {
            beforeLength = beforeLength.minus(before.removeFirst().length());
        }
        LiveSpeech running = current == null || current.isOver() ? null : current;
        current = running;
        if (running != null) {
            running.add(frame);
        }
        return Optional.ofNullable(running);
    }

    private void countIdle(PcmFrame frame, boolean active) {
        idle = active ? Duration.ZERO : idle.plus(frame.length());
        if (idle.compareTo(patience) >= 0) {
            idle = Duration.ZERO;
            listener.idle();
        }
    }

    private void tellMute(PcmFrame frame) {
        if (!mute) {
            meter.add(frame);
            mute = meter.isMute(MUTE_SECONDS);
            if (mute) {
                listener.mute();
            }
        }
    }
}
