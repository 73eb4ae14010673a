package dev.voicebot.turn;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Playback;
import dev.voicebot.audio.Samples;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where in a growing sound a player is, and where its listener wants it to be. Only what was heard counts: what the
 * speaker's buffer held when a stretch was left is played again. One thread plays; the others never wait.
 */
final class PlayHead {
    private static final int PIECES_PER_SECOND = 20;
    private static final int SECONDS_KEPT = 120; // to go back in
    private static final double BEGINNING = 1.0; // seconds: going back from here goes to the sentence before

    private final int sampleRate;
    private final Timeline timeline;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final SoundTrack track = new SoundTrack();

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

    PlayHead(int sampleRate, double speed, Timeline timeline) {
        this.sampleRate = sampleRate;
        this.speed = speed;
        this.timeline = timeline;
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

    /** Waits while it is paused; false once it was stopped. */
    boolean awaitWanted() throws InterruptedException {
        synchronized (lock) {
            while (paused && !stopped) {
                lock.wait();
            }
            return !stopped;
        }
    }

    /** The next stretch goes to {@code playback}; empty when it was stopped while that was being opened. */
    Optional<Stretch> begin(Playback playback) {
        synchronized (lock) {
            if (stopped) {
                playback.stop();
                return Optional.empty();
            }
            Stretch stretch = new Stretch(playback, sampleRate, speed, next);
            current = stretch;
            return Optional.of(stretch);
        }
    }

    /** Waits for the next piece; empty when all was played, or the stretch was left. */
    Optional<short[]> take(Stretch stretch) throws InterruptedException {
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

    /** It was heard to its end, or left; whether playing is over with it. */
    boolean isOver(Stretch stretch) {
        synchronized (lock) {
            if (current == stretch) {
                current = null; // all was heard
                return true;
            }
            return stopped;
        }
    }

    /** The speaker has failed: the next stretch begins at what was heard. Whether it had been stopped before. */
    boolean leaveBroken() {
        synchronized (lock) {
            leave();
            return stopped;
        }
    }
}
