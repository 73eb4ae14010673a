package dev.voicebot.turn;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Playback;
import dev.voicebot.audio.Samples;
import dev.voicebot.audio.SilentOutput;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.threads.Worker;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Plays a sound that is still growing, on the thread {@code playback}: it can wait, go back and forth, and change its
 * speed. Each stretch played in one go is a playback of its own; to leave it, the speaker is stopped, which tells how
 * much of it was heard, and the next stretch begins there. Only what was heard counts: what the speaker's buffer held is
 * played again. Other threads may call any method and never wait.
 */
final class Player {
    private static final int PIECES_PER_SECOND = 20;
    private static final int SECONDS_KEPT = 120; // to go back in
    private static final double BEGINNING = 1.0; // seconds: going back from here goes to the sentence before

    private final int sampleRate;
    private final Timeline timeline;
    private final Listener listener;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final SoundTrack track = new SoundTrack();

    @GuardedBy("lock")
    private AudioOutput output;

    @GuardedBy("lock")
    private @Nullable Stretch current;

    @GuardedBy("lock")
    private long next; // the sample to be played next

    @GuardedBy("lock")
    private Optional<Integer> wanted = Optional.empty(); // a sentence to go to, once its sound is there

    @GuardedBy("lock")
    private double speed;

    @GuardedBy("lock")
    private boolean paused;

    @GuardedBy("lock")
    private boolean whole;

    @GuardedBy("lock")
    private boolean stopped;

    private boolean begun; // playback thread

    /** Who hears of a player's doings, on its thread. */
    interface Listener {
        /** The first sound goes to the speaker. */
        void began();

        /** The speaker does not work: the rest is not heard. */
        void failed(AssistantException trouble);
    }

    Player(AudioOutput output, int sampleRate, double speed, Timeline timeline, Listener listener) {
        this.output = output;
        this.sampleRate = sampleRate;
        this.speed = speed;
        this.timeline = timeline;
        this.listener = listener;
    }

    /** Opens the speaker behind the caller's back. */
    void start() {
        Worker.PLAYBACK.start(this::run);
    }

    /** The sound goes on. */
    void add(PcmFrame frame) {
        synchronized (lock) {
            track.append(frame.samples());
            track.forgetBefore(next - (long) SECONDS_KEPT * sampleRate);
            lock.notifyAll();
        }
    }

    /** No more sound comes. */
    void whole() {
        synchronized (lock) {
            whole = true;
            lock.notifyAll();
        }
    }

    /** The timeline knows more. */
    void learnt() {
        synchronized (lock) {
            lock.notifyAll();
        }
    }

    /** Silence, for good; whoever waits for the end does so no longer. */
    void stop() {
        synchronized (lock) {
            stopped = true;
            leave();
        }
    }

    /** Whether all was heard, or the player was stopped, in time; an interrupt counts as no. */
    boolean awaitEnd(Duration atMost) {
        try {
            return ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Interrupts.keep(e);
            return false;
        }
    }

    /** Silence until it is called again. */
    void togglePause() {
        synchronized (lock) {
            paused = !paused;
            if (paused) {
                leave();
            }
            lock.notifyAll();
        }
    }

    boolean isPaused() {
        synchronized (lock) {
            return paused;
        }
    }

    /** Goes to the next sentence; waits for its sound, if need be. */
    void skipSentence() {
        synchronized (lock) {
            goTo(wanted.orElseGet(() -> timeline.sentenceAt(heard())) + 1);
        }
    }

    /** Goes back to the beginning of the sentence, or from there to the one before. */
    void repeatSentence() {
        synchronized (lock) {
            goTo(Math.max(0, wanted.map(sentence -> sentence - 1).orElseGet(this::sentenceToRepeat)));
        }
    }

    /** Takes effect at once. */
    void setSpeed(double factor) {
        synchronized (lock) {
            speed = factor;
            leave();
        }
    }

    /** How many samples of the sound have been heard, as if from its beginning. */
    long heard() {
        synchronized (lock) {
            return current == null ? next : current.heard();
        }
    }

    Transport.Progress progress() {
        synchronized (lock) {
            Duration heard = Samples.length(heard(), sampleRate);
            return new Transport.Progress(
                    heard, whole ? Optional.of(Samples.length(track.end(), sampleRate)) : Optional.empty());
        }
    }

    /** False once there is no speaker that works. */
    boolean isAudible() {
        synchronized (lock) {
            return output.isAudible();
        }
    }

    private int sentenceToRepeat() {
        long now = heard();
        int sentence = timeline.sentenceAt(now);
        boolean atItsBeginning = now - timeline.startOf(sentence).orElse(0) < BEGINNING * sampleRate;
        return atItsBeginning ? sentence - 1 : sentence;
    }

    @GuardedBy("lock")
    private void goTo(int sentence) {
        leave();
        wanted = Optional.of(sentence);
        lock.notifyAll();
    }

    /** Silence; the next stretch begins at what was heard. */
    @GuardedBy("lock")
    private void leave() {
        Stretch left = current;
        current = null;
        if (left != null) {
            left.playback.stop();
            next = left.heard();
        }
        lock.notifyAll();
    }

    private void run() {
        try {
            boolean over = false;
            while (!over) {
                over = playStretch();
            }
        } catch (InterruptedException e) {
            Interrupts.keep(e);
        } finally {
            ended.countDown();
        }
    }

    /** Plays until somebody wants it otherwise; true at the end. */
    private boolean playStretch() throws InterruptedException {
        try {
            Optional<Stretch> opened = open();
            return opened.isEmpty() || play(opened.get());
        } catch (AssistantException e) {
            goSilent(e);
            return false;
        }
    }

    /** Empty when stopped. */
    private Optional<Stretch> open() throws InterruptedException {
        AudioOutput speaker;
        synchronized (lock) {
            while (paused && !stopped) {
                lock.wait();
            }
            if (stopped) {
                return Optional.empty();
            }
            speaker = output;
        }
        Playback playback = speaker.start(sampleRate);
        synchronized (lock) {
            if (stopped) { // while the speaker was being opened
                playback.stop();
                return Optional.empty();
            }
            Stretch stretch = new Stretch(playback, sampleRate, speed, next);
            current = stretch;
            return Optional.of(stretch);
        }
    }

    private boolean play(Stretch stretch) throws InterruptedException {
        for (Optional<short[]> piece = take(stretch); piece.isPresent(); piece = take(stretch)) {
            if (!begun) {
                begun = true;
                listener.began();
            }
            stretch.play(piece.get());
        }
        return isOver(stretch);
    }

    /** Waits for the next piece; empty when all was played, or the stretch was left. */
    private Optional<short[]> take(Stretch stretch) throws InterruptedException {
        synchronized (lock) {
            while (current == stretch) {
                goToWanted();
                if (!paused && wanted.isEmpty() && next < track.end()) {
                    return Optional.of(cut(stretch));
                }
                if (!paused && wanted.isEmpty() && whole) {
                    return Optional.empty();
                }
                lock.wait();
            }
            return Optional.empty();
        }
    }

    @GuardedBy("lock")
    private void goToWanted() {
        if (wanted.isEmpty()) {
            return;
        }
        OptionalLong start = timeline.startOf(wanted.get());
        if (start.isPresent() || whole) {
            next = start.orElse(track.end());
            wanted = Optional.empty();
        }
    }

    @GuardedBy("lock")
    private short[] cut(Stretch stretch) {
        short[] samples = track.copy(next, sampleRate / PIECES_PER_SECOND);
        stretch.takes(next, samples.length);
        next += samples.length;
        return samples;
    }

    /** Waits until the stretch was heard, or left. */
    private boolean isOver(Stretch stretch) {
        stretch.finish();
        synchronized (lock) {
            if (current == stretch) {
                current = null; // all was heard
                return true;
            }
            return stopped;
        }
    }

    private void goSilent(AssistantException trouble) {
        boolean wasStopped;
        synchronized (lock) {
            leave();
            output = new SilentOutput();
            wasStopped = stopped;
        }
        if (!wasStopped) {
            listener.failed(trouble);
        }
    }
}
